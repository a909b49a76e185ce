package io.countersign.app;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Ends a test run at its start, with one clear line, where the headless window could not draw text. */
public final class HeadlessTextRequirement implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        HeadlessText.whatIsMissing().ifPresent(missing -> {
            throw new IllegalStateException(missing);
        });
    }
}
