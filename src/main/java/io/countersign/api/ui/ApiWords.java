package io.countersign.api.ui;

import io.countersign.api.LocalApiSettings;
import io.countersign.shared.CountersignException;
import io.countersign.shared.ui.Texts;
import java.util.Optional;

/** The local API in the person's words. */
public final class ApiWords {
    private final Texts texts;
    private final boolean windows;

    /** @param windows whether commands are typed in PowerShell rather than a Unix shell */
    public ApiWords(Texts texts, boolean windows) {
        this.texts = texts;
        this.windows = windows;
    }

    String get(String key) {
        return texts.get(key);
    }

    String state(ApiState state) {
        return switch (state) {
            case ApiState.Off _ -> texts.get("settings.api.state.off");
            case ApiState.Changing _ -> texts.get("settings.api.state.changing");
            case ApiState.Serving(int port) -> texts.get("settings.api.state.serving", address(port));
            case ApiState.Failed(int port, Throwable why) -> why(port, why);
        };
    }

    private String why(int port, Throwable why) {
        return why instanceof CountersignException.PortInUse
                ? texts.get("settings.api.state.port.taken", Integer.toString(port))
                : texts.of(why);
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** What is wrong with a typed port. */
    Optional<String> problem(String port) {
        return LocalApiSettings.port(port).isPresent()
                ? Optional.empty()
                : Optional.of(texts.get("settings.api.port.bad"));
    }

    /** A command that asks for the pending proposals. */
    String example(String tokenFile, int port) {
        var read = windows ? "Get-Content '" + tokenFile + "'" : "cat '" + tokenFile + "'";
        return (windows ? "curl.exe" : "curl") + " -H \"Authorization: Bearer $(" + read + ")\" " + address(port)
                + "/api/actions/tray";
    }
}
