package io.countersign.app;

/** Entry point; does not extend JavaFX's Application, so that it starts from the class path. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.err.println("not wired yet: " + arguments.length);
    }
}
