package io.countersign.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses what a person should read of a mail: plain text, unless it is empty or only says that there is HTML. */
final class BodyText {
    private static final int LONGEST_STUB = 400;

    private final List<String> stubPhrases;

    /** Phrases by which a plain text says that it is no text, in lower case. */
    BodyText(List<String> stubPhrases) {
        this.stubPhrases = List.copyOf(stubPhrases);
    }

    String text(Part part) {
        return switch (part) {
            case Part.Text(boolean html, String text) -> html ? HtmlText.of(text) : text;
            case Part.Other _ -> "";
            case Part.Branch branch when branch.subtype().equals("alternative") -> alternative(branch.children());
            case Part.Branch branch -> joined(branch.children());
        };
    }

    private String joined(List<Part> children) {
        var out = new StringBuilder();
        for (var child : children) {
            var text = text(child);
            if (!text.isBlank()) {
                out.append(out.isEmpty() ? "" : "\n").append(text);
            }
        }
        return out.toString();
    }

    private String alternative(List<Part> children) {
        var plain = joined(children.stream().filter(child -> !hasHtml(child)).toList());
        if (!isStub(plain)) {
            return plain;
        }
        var rich = "";
        for (var child : children.reversed()) {
            if (rich.isBlank() && hasHtml(child)) {
                rich = text(child);
            }
        }
        return rich.isBlank() ? plain : rich;
    }

    private boolean isStub(String plain) {
        if (plain.length() > LONGEST_STUB) {
            return false;
        }
        if (plain.chars().filter(Character::isLetterOrDigit).limit(2).count() < 2) {
            return true;
        }
        var lower = plain.toLowerCase(Locale.ROOT);
        return stubPhrases.stream().anyMatch(lower::contains);
    }

    private static boolean hasHtml(Part part) {
        return switch (part) {
            case Part.Text text -> text.html();
            case Part.Other _ -> false;
            case Part.Branch branch -> branch.children().stream().anyMatch(BodyText::hasHtml);
        };
    }

    /** All HTML bodies, one behind the other. */
    Optional<String> html(Part part) {
        var out = new StringBuilder();
        collectHtml(part, out);
        return out.isEmpty() ? Optional.empty() : Optional.of(out.toString());
    }

    private static void collectHtml(Part part, StringBuilder out) {
        if (part instanceof Part.Text(boolean html, String text) && html) {
            out.append(out.isEmpty() ? "" : "\n").append(text);
        } else if (part instanceof Part.Branch branch) {
            branch.children().forEach(child -> collectHtml(child, out));
        }
    }
}
