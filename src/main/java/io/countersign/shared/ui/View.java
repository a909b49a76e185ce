package io.countersign.shared.ui;

import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Every screen of the application, in the order of the rail; a test loads each constant. */
public enum View {
    APPROVALS("mdi2i-inbox-outline"),
    APPLICATIONS("mdi2b-briefcase-outline"),
    MONEY("mdi2r-receipt-text-outline"),
    POLICIES("mdi2s-script-text-outline"),
    INSIGHTS("mdi2c-chart-line"),
    SEARCH("mdi2m-magnify"),
    ACTIVITY("mdi2h-history"),
    SETTINGS("mdi2c-cog-outline");

    private final String icon;

    View(String icon) {
        this.icon = icon;
    }

    /** The Ikonli literal of its icon. */
    public String icon() {
        return icon;
    }

    /** The parts that it shows instead of its first one; each is opened by the command {@code VIEW.tab.PART}. */
    public List<String> tabs() {
        return switch (this) {
            case APPLICATIONS -> List.of("board", "funnel");
            case MONEY -> List.of("duplicates", "spending");
            case POLICIES -> List.of("simulation");
            case SEARCH -> List.of("ask");
            case ACTIVITY -> List.of("jobs");
            case APPROVALS, INSIGHTS, SETTINGS -> List.of();
        };
    }

    /** Lower-case name: its FXML file, its text keys and its node id. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The text key of its name. */
    public String titleKey() {
        return "view." + id();
    }

    URL location() {
        var path = "/views/" + id() + ".fxml";
        return Objects.requireNonNull(View.class.getResource(path), path);
    }
}
