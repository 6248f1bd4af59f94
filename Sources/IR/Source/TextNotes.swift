internal import Synchronization

/// What follows from a text alone, kept beside it by whoever works it out first, so that nobody does
/// so again. No part of what the text is: it is neither compared nor written.
package final class TextNotes: Hashable, Sendable {
  private let notes = Mutex<[ObjectIdentifier: any AnyObject & Sendable]>([:])

  /// The one note of a type; what makes it must depend on nothing but the text.
  package func note<Note: AnyObject & Sendable>(_ make: () -> Note) -> Note {
    notes.withLock { notes in
      if let note = notes[ObjectIdentifier(Note.self)] as? Note { return note }
      let note = make()
      notes[ObjectIdentifier(Note.self)] = note
      return note
    }
  }

  package static func == (_: TextNotes, _: TextNotes) -> Bool { true }

  package func hash(into _: inout Hasher) {}
}
