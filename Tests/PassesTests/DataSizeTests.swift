import Testing

@testable import Passes

struct DataSizeTests {
  @Test(arguments: [
    "A dataset of 2,400 clips from 12 bells.", "It has about 4.5 million sentence pairs.",
    "We use 1,800 clips as the training set.", "The set holds 60000 training images.",
  ])
  func countsData(_ sentence: String) {
    #expect(DataSize.occurs(in: sentence))
  }

  @Test(arguments: [
    "The WMT 2014 translation tasks were chosen.", "It has 12 bells.",
    "The window length is set to 16000 and kept.", "It has 1000 classes.",
    "Nothing is counted here.",
  ])
  func countsOtherThings(_ sentence: String) {
    #expect(!DataSize.occurs(in: sentence))
  }
}
