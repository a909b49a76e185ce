package planted.mail;

import planted.classify.Detector;

/** Breaks: features depend along the flow; no cycles. */
public record LooksForward(Detector detector) {}
