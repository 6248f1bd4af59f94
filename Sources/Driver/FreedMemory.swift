internal import CSandbox

/// What becomes of memory that is given back.
package enum FreedMemory {
  /// From now on this process uses it again: papers and artifacts fill large arrays one after the
  /// other, and the system would clear each of their pages anew.
  package static func keep() { arac_keep_freed_memory() }

  /// Where work is done side by side, threads are not to wait for each other's memory: from one place
  /// for all, four of them verify an artifact hardly sooner than two.
  package static func part() { arac_part_memory() }

  /// Has what the reading of a short paper fills at hand.
  static func takeForReading() { arac_take_memory(4 << 20) }

  /// Has what is derived from facts at hand, which fills more than sixteen times what they fill in a
  /// reply.
  static func take(forReplyOf size: Int) { arac_take_memory(min(16 << 20, 2 << 20 + size * 16)) }
}
