package io.countersign.ats.draft;

import io.countersign.ats.DraftDesk.Template;
import io.countersign.ats.FollowUpDraft;
import io.countersign.classify.DataFile;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The templates of one language as they are shipped, and its words for what is not known. Immutable. */
final class DraftTexts {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private final Map<FollowUpDraft.Kind, Template> templates = new EnumMap<>(FollowUpDraft.Kind.class);
    private final Map<String, String> words = new HashMap<>();
    private final DateTimeFormatter day;

    /** Reads a file; one that lacks a template or holds unknown placeholders throws {@code CountersignException.Invalid}. */
    DraftTexts(DataFile file, Locale locale) {
        for (var section : file.sections()) {
            if (section.name().equals("words")) {
                section.lines().forEach(line -> words.put(line.keyword(), line.argument()));
            } else {
                var kind = kind(section.at(), section.name());
                var template = template(section);
                TemplateText.parse(file.name(), template.subject());
                TemplateText.parse(file.name(), template.body());
                templates.put(kind, template);
            }
        }
        var start = new DataFile.Line(file.name(), 1, "");
        for (var kind : FollowUpDraft.Kind.values()) {
            start.require(templates.containsKey(kind), "There is no template " + id(kind));
        }
        for (var word : List.of("company", "role", "day", "person")) {
            start.require(words.containsKey(word), "[words] lacks " + word);
        }
        day = DateTimeFormatter.ofPattern(word("day"), locale);
    }

    static Map<String, DraftTexts> load() {
        return LANGUAGES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        language -> language,
                        language -> new DraftTexts(
                                DataFile.resource("ats/drafts", language + ".txt"), Locale.of(language))));
    }

    private static FollowUpDraft.Kind kind(DataFile.Line line, String name) {
        for (var kind : FollowUpDraft.Kind.values()) {
            if (id(kind).equals(name)) {
                return kind;
            }
        }
        throw line.refuse("There is no kind of draft '" + name + "'");
    }

    /** The stable name in files and the database. */
    static String id(FollowUpDraft.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Template template(DataFile.Section section) {
        var subject = section.lines().stream()
                .filter(line -> line.keyword().equals("subject"))
                .findFirst()
                .orElseThrow(() -> section.at().refuse("[" + section.name() + "] lacks a subject"));
        var body = section.lines().stream()
                .filter(line -> line.keyword().equals("text"))
                .map(line -> line.text().equals("text") ? "" : line.argument())
                .collect(Collectors.joining("\n"));
        section.at().require(!body.isEmpty(), "[" + section.name() + "] lacks a text");
        return new Template(subject.argument(), body);
    }

    private String word(String name) {
        return words.getOrDefault(name, "");
    }

    Template template(FollowUpDraft.Kind kind) {
        return templates.getOrDefault(kind, new Template("", ""));
    }

    /** What stands for a value that is not known; empty where nothing has to. */
    String otherwise(Placeholder placeholder) {
        return switch (placeholder) {
            case COMPANY, ROLE -> word(placeholder.id());
            case PERSON, DAY, ME -> "";
        };
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    /** How somebody is addressed: by their first name, or by their whole name where that is more polite. */
    String address(String fullName) {
        return word("person").equals("first") ? fullName.split(" ", 2)[0] : fullName;
    }
}
