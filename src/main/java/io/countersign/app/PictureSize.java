package io.countersign.app;

import java.util.Optional;
import java.util.regex.Pattern;

/** How large a picture is, in pixels: from the smallest window that is supported to a screen of 4K. */
record PictureSize(int width, int height) {
    static final PictureSize DEFAULT = new PictureSize(1440, 900);
    private static final Pattern TEXT = Pattern.compile("([0-9]{3,4})[x×]([0-9]{3,4})");

    PictureSize {
        if (width < 960 || height < 600 || width > 3840 || height > 2160) {
            throw new IllegalArgumentException("from 960x600 to 3840x2160");
        }
    }

    /** Reads such as {@code 960x600}; empty when it is no size, or none that is supported. */
    static Optional<PictureSize> parse(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PictureSize(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
