package planted.classify;

import planted.mail.Innocent;

/** Half of a cycle. */
public record Detector(Innocent mail) {}
