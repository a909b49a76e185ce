package io.countersign.shared.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * The colours and letters of a scene: AtlantaFX Primer, our own style sheets on top, and the size of the text.
 *
 * @param dark dark colours
 * @param scale 1.0 to 2.0 times the normal text size
 */
public record Look(boolean dark, double scale) {
    private static final double TEXT = 13;
    private static final double ICON = 17;

    /** Dresses a scene; popups and tooltips of the scene follow it. For the JavaFX thread. */
    public void applyTo(Scene scene) {
        scene.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(stylesheets());
    }

    /** Our own style sheets, for a window that has a scene of its own such as a dialog. */
    public List<String> stylesheets() {
        return List.of(css(dark ? "dark" : "light"), css("countersign"), sizes());
    }

    /** Makes the bundled letters known to the toolkit; where that fails the system's are used. */
    public static void loadFonts() {
        for (var file : List.of(
                "inter/Inter-Regular.otf",
                "inter/Inter-SemiBold.otf",
                "inter/Inter-Bold.otf",
                "roboto/Roboto-Regular.ttf",
                "roboto/Roboto-Bold.ttf")) {
            var stream = Look.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + file);
            if (stream != null) {
                Font.loadFont(stream, TEXT);
            }
        }
    }

    private static String css(String name) {
        var path = "/css/" + name + ".css";
        return Objects.requireNonNull(Look.class.getResource(path), path).toExternalForm();
    }

    // A style sheet rather than a style of the root: popups copy a scene's sheets, not its root's style.
    private String sizes() {
        var rules = String.format(
                Locale.ROOT,
                ".root { -fx-font-size: %.2fpx; } .ikonli-font-icon { -fx-icon-size: %.1fpx; } .icon-small { -fx-icon-size: %.1fpx; } .icon-large { -fx-icon-size: %.1fpx; }",
                TEXT * scale,
                ICON * scale,
                0.85 * ICON * scale,
                2.6 * ICON * scale);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8));
    }
}
