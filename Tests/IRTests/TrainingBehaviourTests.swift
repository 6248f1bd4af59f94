import IR
import Testing

struct TrainingBehaviourTests {
  @Test(arguments: [
    "Training converges sooner.", "Deep sorters are hard to train.", "Sorters train faster.",
    "The band stabilizes the training of deep sorters.", "The band reduces training time.",
    "A wide band makes optimization unstable.", "Steady hands slow down training.",
  ])
  func tellsHowTrainingGoes(_ statement: String) {
    #expect(TrainingBehaviour.isMeant(by: statement))
  }

  @Test(arguments: [
    "Training on damp marbles reduces errors.", "The trained sorter is quiet.",
    "Training-free sorters are quiet.", "The optimized pan is quiet.",
    "Errors fall with the size of the training set.", "The code is optimized for small pans.",
    "Sorters that were trained for longer make fewer errors.",
  ])
  func namesDataModelsAndOccasions(_ statement: String) {
    #expect(!TrainingBehaviour.isMeant(by: statement))
  }
}
