internal import CSandbox

/// What becomes of memory that is given back.
package enum FreedMemory {
  /// From now on this process uses it again: papers and artifacts fill large arrays one after the
  /// other, and the system would clear each of their pages anew.
  package static func keep() { arac_keep_freed_memory() }

  /// Has what the reading of a short paper fills at hand.
  static func takeForReading() { arac_take_memory(4 << 20) }
}
