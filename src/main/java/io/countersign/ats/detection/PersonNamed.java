package io.countersign.ats.detection;

import io.countersign.ats.detection.NameWords.Place;
import java.util.Locale;
import java.util.Set;

/** Tells a person, of whom a title is said, from an employer: "a conversation with Jane Doe (CTO)". */
final class PersonNamed {
    private static final int REACH = 60;
    private static final Set<String> BEFORE_TITLE = Set.of("our", "the", "unser", "unsere", "unserem", "unserer");

    private PersonNamed() {}

    /** True when the name behind these words is a person's by what is said of it behind it. */
    static boolean at(String text, Place place, String name, NameWords words) {
        var hint = TextWords.ofLetters(text.substring(place.begin(), place.end()));
        int begin = text.indexOf(name, place.end());
        if (name.isEmpty() || begin < 0 || hint.isEmpty() || !words.isBeforePerson(hint.getLast())) {
            return false;
        }
        int end = begin + name.length();
        return words.isOfPerson(description(text.substring(end, Math.min(text.length(), end + REACH))));
    }

    /** What stands in brackets or behind a comma; empty where neither follows. */
    private static String description(String behind) {
        var text = behind.stripLeading();
        if (text.isEmpty() || (text.charAt(0) != '(' && text.charAt(0) != ',')) {
            return "";
        }
        var said = text.substring(1).strip();
        int space = said.indexOf(' ');
        boolean article =
                space > 0 && BEFORE_TITLE.contains(said.substring(0, space).toLowerCase(Locale.ROOT));
        return article ? said.substring(space + 1) : said;
    }
}
