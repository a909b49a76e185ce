package io.countersign.settings;

import io.countersign.shared.ui.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The window as it was left.
 *
 * @param area where it was when not maximised
 * @param textScale 1.0 to 2.0 times the normal text size
 * @param language {@code en}, {@code de}, or empty for the system's
 * @param columns widths in pixels by the id of the column
 */
public record WindowState(
        Area area,
        boolean maximised,
        boolean railCollapsed,
        Theme theme,
        double textScale,
        String language,
        Map<String, Double> columns) {
    public static final double SMALLEST_TEXT = 1;
    public static final double LARGEST_TEXT = 2;

    /** The languages that can be chosen besides the system's. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    public static final WindowState DEFAULT =
            new WindowState(new Area(-1, -1, 1440, 900), false, false, Theme.SYSTEM, 1, "", Map.of());

    private static final double MIN_WIDTH = 640;
    private static final double MIN_HEIGHT = 480;
    private static final double GRIP = 80;

    /** Brings every value into its range, so that a file edited by hand does no harm. */
    public WindowState {
        textScale = Double.isFinite(textScale) ? Math.clamp(textScale, SMALLEST_TEXT, LARGEST_TEXT) : 1;
        language = LANGUAGES.contains(language) ? language : "";
        columns = Map.copyOf(columns);
    }

    /** A rectangle on the desktop, in pixels. */
    public record Area(double x, double y, double width, double height) {}

    /** The language for texts. */
    public Locale locale() {
        return language.isEmpty() ? Locale.getDefault() : Locale.of(language);
    }

    /** The same area if its top can still be gripped on one of the screens, else centred on the first one and no larger than it. */
    public Area areaOn(List<Area> screens) {
        var screen = screens.getFirst();
        boolean sane = area.width >= MIN_WIDTH && area.height >= MIN_HEIGHT;
        if (sane && screens.stream().anyMatch(this::canBeGripped)) {
            return area;
        }
        double width = Math.min(sane ? area.width : DEFAULT.area.width, screen.width);
        double height = Math.min(sane ? area.height : DEFAULT.area.height, screen.height);
        return new Area(screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2, width, height);
    }

    private boolean canBeGripped(Area screen) {
        return area.x + area.width >= screen.x + GRIP
                && area.x <= screen.x + screen.width - GRIP
                && area.y >= screen.y
                && area.y <= screen.y + screen.height - GRIP
                && area.width <= screen.width + GRIP
                && area.height <= screen.height + GRIP;
    }
}
