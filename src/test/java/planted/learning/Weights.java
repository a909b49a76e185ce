package planted.learning;

/** What ask must not know. */
public record Weights(double bias) {}
