package io.countersign.money.extraction;

import io.countersign.mail.HtmlElements;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the inline style of an element says about how it is seen. */
final class ElementStyle {
    private static final Set<String> STRUCK = Set.of("s", "del", "strike");
    private static final List<String> BESIDE =
            List.of("float:", "display:inline-block", "display:table-cell", "display:inline-table");

    private ElementStyle() {}

    /** Whether it stands beside its neighbours, like a cell. */
    static boolean isBeside(Element element) {
        var style = of(element);
        return !style.isEmpty() && BESIDE.stream().anyMatch(style::contains);
    }

    /** Whether a reader does not see it, or sees it struck out. */
    static boolean isDropped(Element element) {
        if (HtmlElements.isUnread(element.normalName())
                || STRUCK.contains(element.normalName())
                || element.hasAttr("hidden")) {
            return true;
        }
        var style = of(element);
        return !style.isEmpty()
                && (style.contains("display:none")
                        || style.contains("mso-hide:all")
                        || style.contains("visibility:hidden")
                        || style.contains("line-through"));
    }

    /** Its inline style without spaces, in lower case. */
    static String of(Element element) {
        var style = element.attr("style");
        if (style.isEmpty() || style.length() > 2_000) {
            return "";
        }
        return style.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
