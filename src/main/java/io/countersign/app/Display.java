package io.countersign.app;

import java.util.Locale;
import java.util.Map;

/** Whether there is a screen to open a window on. */
record Display(String operatingSystem, Map<String, String> environment) {
    /** Chooses JavaFX's own headless platform with its software renderer; must run before the toolkit starts. */
    static void goWithout() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    static Display ofThisMachine(Map<String, String> environment) {
        return new Display(System.getProperty("os.name", ""), environment);
    }

    /** On Linux a display server must be named; elsewhere there always is one, unless a headless platform was asked for. */
    boolean isThere() {
        if (!System.getProperty("glass.platform", "").isEmpty()) {
            return false;
        }
        return !operatingSystem.toLowerCase(Locale.ROOT).startsWith("linux")
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY");
    }

    private boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
