package io.countersign.ats.draft;

import io.countersign.ats.Application;
import io.countersign.ats.DraftDesk;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.FollowUpDraft.Kind;
import io.countersign.mail.Address;
import io.countersign.mail.MailReader;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.ParsedMail;
import io.countersign.shared.CountersignException;
import io.countersign.shared.text.OneLine;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Drafts on stored mail. Blocking and thread-safe. */
public final class DraftService implements DraftDesk {
    /** Longer texts are refused. */
    static final int LONGEST_BODY = 50_000;

    private static final int LONGEST_VALUE = 120;
    private static final String FALLBACK = "en";

    private final Books books;
    private final Correspondents correspondents;
    private final Map<String, DraftTexts> texts = DraftTexts.load();
    private final Clock clock;

    /** What drafts are made from and kept in, and whose they are now. */
    public record Books(
            MessageRepository messages, MailReader reader, DraftStore store, CurrentApplications applications) {}

    public DraftService(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
        correspondents = new Correspondents(books.messages(), books.reader(), SenderWords.load());
    }

    @Override
    public FollowUpDraft draft(Application application, Kind kind, Locale language) {
        return books.store()
                .draft(application.id(), kind)
                .or(() -> broughtIn(application, kind))
                .orElseGet(() -> written(application, kind, language));
    }

    /** What was kept for an application that is part of this one now; it keeps its id, in case they are split again. */
    private Optional<FollowUpDraft> broughtIn(Application application, Kind kind) {
        return books.store().drafts(kind).stream()
                .filter(draft -> books.applications()
                        .of(draft.application())
                        .filter(application.id()::equals)
                        .isPresent())
                .findFirst();
    }

    private FollowUpDraft written(Application application, Kind kind, Locale language) {
        var words = texts(language);
        var template = template(kind, language);
        var to = correspondents.of(application);
        var values = values(application, kind, to, words);
        var subject = to.map(
                        person -> Subjects.answerTo(person.last().envelope().subject()))
                .filter(answer -> !answer.isEmpty())
                .orElseGet(() -> OneLine.of(filled("subject", template.subject(), values, words)));
        return new FollowUpDraft(
                application.id(),
                kind,
                to.map(Correspondent::to).orElse(""),
                subject,
                filled("text", template.body(), values, words),
                false);
    }

    private static String filled(String where, String text, Map<Placeholder, String> values, DraftTexts words) {
        return TemplateText.parse(where, text).fill(values, words::otherwise);
    }

    private Map<Placeholder, String> values(
            Application application, Kind kind, Optional<Correspondent> to, DraftTexts words) {
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        put(values, Placeholder.COMPANY, application.company());
        put(values, Placeholder.ROLE, application.role());
        to.flatMap(Correspondent::name).ifPresent(name -> put(values, Placeholder.PERSON, words.address(name)));
        put(values, Placeholder.ME, correspondents.self(application).name());
        moment(application, kind)
                .ifPresent(at -> values.put(
                        Placeholder.DAY, words.day(at.atZone(clock.getZone()).toLocalDate())));
        return values;
    }

    private static void put(Map<Placeholder, String> values, Placeholder placeholder, String value) {
        var line = OneLine.of(value);
        var cut = line.length() <= LONGEST_VALUE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_VALUE - 1))) + "…";
        if (!cut.isEmpty()) {
            values.put(placeholder, cut);
        }
    }

    /** The day that the draft refers to. */
    private Optional<Instant> moment(Application application, Kind kind) {
        var state = application.state();
        return switch (kind) {
            case FIRST -> state.appliedAt();
            case SECOND -> state.lastSent().or(state::appliedAt);
            case ANSWER -> state.lastHeard();
            case THANK_YOU -> lastTalk(application);
        };
    }

    private Optional<Instant> lastTalk(Application application) {
        var now = clock.instant();
        Predicate<Instant> isOver = talk -> !talk.isAfter(now);
        return application
                .state()
                .interviewDate()
                .filter(isOver)
                .or(() -> application.timeline().reversed().stream()
                        .flatMap(entry -> entry.interviewDate().stream())
                        .filter(isOver)
                        .findFirst());
    }

    @Override
    public void keep(FollowUpDraft draft) {
        requireLength("The draft", draft.body());
        books.store()
                .put(new FollowUpDraft(
                        draft.application(),
                        draft.kind(),
                        OneLine.of(draft.to()),
                        OneLine.of(draft.subject()),
                        printable(draft.body()),
                        true));
    }

    @Override
    public void discard(FollowUpDraft draft) {
        books.store().remove(draft.application(), draft.kind());
    }

    @Override
    public Template template(Kind kind, Locale language) {
        return books.store()
                .template(kind, code(language))
                .orElseGet(() -> texts(language).template(kind));
    }

    /**
     * {@inheritDoc}
     *
     * @throws CountersignException.Invalid that names a placeholder which does not exist, or when the text is too long
     */
    @Override
    public void setTemplate(Kind kind, Locale language, Template template) {
        if (template.body().isBlank()) {
            books.store().removeTemplate(kind, code(language));
            return;
        }
        requireLength("The template", template.body());
        TemplateText.parse("subject", template.subject());
        TemplateText.parse("text", template.body());
        books.store()
                .putTemplate(
                        kind, code(language), new Template(OneLine.of(template.subject()), printable(template.body())));
    }

    /** The draft as a file that mail programs open for sending. */
    public byte[] file(Application application, FollowUpDraft draft) {
        var answered = correspondents.of(application).map(to -> correspondents.lastOf(application, to.last()));
        var thread = answered.map(last -> new DraftThread(
                last.envelope().messageId(),
                books.reader().read(last.id()).map(DraftService::references).orElse(List.of())));
        return DraftFile.of(draft, self(application), thread, clock.instant().atZone(clock.getZone()));
    }

    private Address self(Application application) {
        return correspondents.self(application);
    }

    private static List<String> references(ParsedMail mail) {
        return DraftThread.ids(
                mail.header("References").or(() -> mail.header("In-Reply-To")).orElse(""));
    }

    private static void requireLength(String what, String text) {
        if (text.length() > LONGEST_BODY) {
            throw new CountersignException.Invalid("text", what + " is longer than 50,000 characters.");
        }
    }

    /** Without what no text holds and no database takes. */
    private static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || (!Character.isISOControl(c) && !isHalf(c)))
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private String code(Locale language) {
        return texts.containsKey(language.getLanguage()) ? language.getLanguage() : FALLBACK;
    }

    private DraftTexts texts(Locale language) {
        var found = texts.get(code(language));
        if (found == null) {
            throw new IllegalStateException("no texts in English");
        }
        return found;
    }
}
