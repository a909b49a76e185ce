package planted.mail;

/** Breaks no rule. */
public record Innocent(String name) {}
