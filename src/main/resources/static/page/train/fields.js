// Every setting of the network and of the training: its name in the interface, its
// label, what it means, and what is taken where it is left out.

const whole = (min, max) => ({ min, max, step: 1 });

export const NETWORK = [
  ["embedding", "Embedding", "Numbers that stand for a symbol, 1 to 1024", "32", whole(1, 1024)],
  ["hidden", "LSTM units", "In each direction, 1 to 4096", "64", whole(1, 4096)],
  ["layers", "LSTM layers", "On one another, 1 to 8", "1", whole(1, 8)],
  ["bidirectional", "Both directions", "A second LSTM reads from the message's end", "no"],
  ["dropout", "Dropout", "Share of the LSTM's outputs left out in training, 0 to below 1", "0", { min: 0, max: 1 }],
  ["headHidden", "Units of the head", "A hidden layer between LSTM and output; 0 for none", "64", whole(0, 4096)],
  ["headLayers", "Layers of the head", "Hidden layers on one another, up to 8", "1", whole(0, 8)],
  ["skip", "Skip connection", "The head also gets the ciphertext's symbol itself", "yes"],
  ["feedback", "Feedback", "The LSTM also gets the plaintext so far; not with both directions", "no"],
  ["attentionHeads", "Heads of attention", "Places that it may look at from each position; 0 for none", "found by watching", whole(0)],
  ["attentionReach", "Reach of attention", "How far these places may be away; 0 for none", "up to 128", whole(0)],
  ["period", "Period", "The LSTM also gets the position modulo this; 0 for not", "found by watching", whole(0)],
  ["headProducts", "Products in the head", "Its layers multiply two linear maps, in place of a ReLU", "no"],
  ["headNorm", "Norm in the head", "Its layers' outputs are divided by their root mean square", "no"],
];

export const TRAINING = [
  ["learningRate", "Learning rate", "At the start; it is halved when validation stalls", "0.01, less for larger networks", { min: 0, max: 1 }],
  ["batchSize", "Batch", "Messages in a step", "64", whole(1, 65536)],
  ["examplesPerEpoch", "Messages in an epoch", "Between two validations", "4096", whole(1, 100000000)],
  ["maxEpochs", "Epochs at most", "Training ends after so many", "2000", whole(1, 1000000)],
  ["maxSeconds", "Seconds at most", "Training ends after so many", "900", whole(1, 2592000)],
  ["targetAccuracy", "Target", "It ends as soon as this share of symbols is right", "1", { min: 0, max: 1 }],
  ["seed", "Seed", "All chance comes from it: the same seed gives the same weights", "drawn at random", whole()],
  ["curriculum", "Curriculum", "Begin with messages of one symbol, which become longer; where each message has its own key", "when nothing else learns"],
];

/** The network of the tutorial that this service grew from. */
export const TUTORIAL = { embedding: 5, hidden: 10, headHidden: 0, skip: false, feedback: false };
