package planted.job;

import planted.learning.Weights;

/** Breaks: job knows no other feature. */
public record Nightly(Weights weights) {}
