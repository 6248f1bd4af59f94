internal import CPoppler
internal import IR

extension PDFPage {
  var hasPossibleSize: Bool {
    let (width, height) = size
    return width > 0 && height > 0 && Box(0, 0, width, height).isPlausible
  }

  /// Where the page that is displayed ends above, in the coordinates of destinations: those of the
  /// file, in which a page may lie anywhere.
  var topEdge: Double {
    var crop = PopplerRectangle()
    poppler_page_get_crop_box(OpaquePointer(handle), &crop)
    return max(crop.y1, crop.y2)
  }
}
