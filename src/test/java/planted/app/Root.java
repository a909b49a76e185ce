package planted.app;

/** The composition root of the planted product. */
public final class Root {}
