package planted.ask;

import planted.learning.Weights;

/** Breaks: ask learns nothing and counts no policies. */
public record Learner(Weights weights) {}
