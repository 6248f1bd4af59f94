import IR
import Testing

@testable import Passes

/// Values with a unit, and what a verb rather than a name says they are.
struct SettingUnitTests {
  @Test(arguments: [
    ("We use a 20-ms sorting window.", ["sorting window = 20-ms"]),
    ("We use a 64-channel marble counter.", ["marble counter (64-channel) = 64"]),
    ("The lamp flashes for 20-ms.", []),
    ("A 64-channel counter was built elsewhere.", []),
    ("The rattle of the belt is sampled at 16 kHz.", ["Sampling rate = 16 kHz"]),
    ("All rattles were resampled to 8 kHz first.", ["Sampling rate = 8 kHz"]),
    ("The belt hums at 16 kHz.", []),
    ("We cut the rattle into pieces with a window size of 32 ms.", ["window size = 32 ms"]),
    ("The sorter is quieter, with a 4-dB drop.", []),
    (
      "We trained the sorter for a total of 10 million frames.",
      ["Training length (frames) = 10 million"]
    ),
    ("We looked at the sorter for 10 million frames.", []),
  ])
  func aUnitBelongsToItsValue(_ sentence: String, _ expected: [String]) throws {
    #expect(try StudySettings.found(in: sentence) == expected)
  }

  @Test(arguments: [
    ("We used the RMSProp algorithm.", ["Optimizer = RMSProp"]),
    ("Sorters like the RMSProp algorithm.", []),
    ("We sort with Adam as the optimizer.", ["Optimizer = Adam"]),
    ("The outer-loop stepsize is 0.01.", ["Learning rate (outer-loop stepsize) = 0.01"]),
    ("The replay memory holds one million marbles.", []),
    (
      "We use a replay memory of one million marbles.",
      ["Replay buffer size (replay memory) = one million"]
    ),
    ("The first layer has 16 8 × 8 filters.", ["Number of filters (8 × 8 filters) = 16"]),
    ("The input is an 84 × 84 image.", ["Image size = 84 × 84"]),
    ("The dropout is annealed linearly from 0.5 to 0.1.", ["Dropout = 0.5 to 0.1"]),
    ("We use 10 seeds × 20 epochs.", ["Random seeds = 10", "Epochs = 20"]),
    ("The belt is 10 × 20 epochs.", []),
    ("We sample with a top-k of 50.", ["Top-k = 50"]),
  ])
  func aNameMayStandFurtherOff(_ sentence: String, _ expected: [String]) throws {
    #expect(try StudySettings.found(in: sentence) == expected)
  }
}
