package io.countersign.app;

/** Entry point; does not extend JavaFX's Application, so that it starts from the class path. */
public final class Main {
    private Main() {}

    /** Runs one command, or opens the window when none is named. */
    public static void main(String[] arguments) {
        System.exit(Program.ofThisProcess().run(arguments));
    }
}
