package io.countersign.ask.reading;

import io.countersign.ask.reading.Asking.Group;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.ask.reading.Asking.Pick;
import io.countersign.ask.reading.Intent.Wanted.Deed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads questions in English and German by the words of {@code ask/}. Every text is a question. Thread-safe. */
public final class QuestionReader {
    private static final List<String> VALUES = List.of("stage", "category", "currency", "spend", "state", "status");

    private final Lexicon lexicon;
    private final Clock clock;
    private final Locale locale;

    /**
     * Reads for one person.
     *
     * @param clock now, and the person's zone
     * @param locale the person's: when a week begins, and the language of answers where a question's is not clear
     */
    public QuestionReader(Lexicon lexicon, Clock clock, Locale locale) {
        this.lexicon = lexicon;
        this.clock = clock;
        this.locale = locale;
    }

    /** What the question means. */
    public Inquiry read(String text) {
        return read(text, false);
    }

    /** The same without the words that are neither known nor written like a name. */
    public Inquiry readKnown(String text) {
        return read(text, true);
    }

    private Inquiry read(String text, boolean onlyKnown) {
        var all = Chunks.of(WordSplitter.split(text), lexicon);
        var answered = language(all);
        var chunks = all.in(answered.getLanguage());
        var one = new One(chunks, answered, onlyKnown);
        return new Inquiry(text, one.intent(), one.kind(), answered, MentionReader.content(chunks.all()));
    }

    /** The language that more words are of. */
    private Locale language(Chunks chunks) {
        var counts = new HashMap<String, Integer>();
        for (var chunk : chunks.all()) {
            chunk.tags().stream()
                    .map(Lexicon.Tag::language)
                    .distinct()
                    .forEach(language -> counts.merge(language, chunk.words().size(), Integer::sum));
        }
        int german = counts.getOrDefault("de", 0);
        int english = counts.getOrDefault("en", 0);
        var asked = german > english ? Locale.GERMANY : german < english ? Locale.UK : locale;
        return asked.getLanguage().equals(locale.getLanguage()) ? locale : asked;
    }

    /** One question while it is being read. */
    private final class One {
        private final Chunks chunks;
        private final int end;
        private final Set<Integer> times = new HashSet<>();
        private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
        private final Map<String, Set<String>> values = new HashMap<>();
        private final boolean past;
        private final Narrowing named;

        One(Chunks chunks, Locale language, boolean onlyKnown) {
            this.chunks = chunks;
            this.end = exception();
            this.past = tagged("tense").contains("past");
            tagged("topic").forEach(value -> topics.add(Topic.valueOf(constant(value))));
            var period = period();
            VALUES.forEach(group -> values.put(group, tagged(group)));
            var relevance = new Relevance(chunks, topics.stream().findFirst().or(this::impliedTopic));
            VALUES.forEach(group -> values.put(group, relevance.isRelevant(group) ? valued(group, relevance) : Set.of()));
            var mentions = new MentionReader(chunks, relevance, !language.getLanguage().equals("de"));
            this.named = new Narrowing(
                    period,
                    mentions.read(0, end, times::contains).stream()
                            .filter(mention -> !onlyKnown || mention.isName())
                            .toList(),
                    end < chunks.size() ? mentions.read(end + 1, chunks.size(), _ -> false) : List.of(),
                    values,
                    past);
        }

        private static String constant(String value) {
            return value.toUpperCase(Locale.ROOT).replace('-', '_');
        }

        /** Where what is left out begins; the end when nothing is. */
        private int exception() {
            for (int at = 0; at < chunks.size(); at++) {
                if (chunks.has(at, "except")) {
                    return at;
                }
            }
            return chunks.size();
        }

        private Set<String> tagged(String group) {
            var found = new LinkedHashSet<String>();
            for (int at = 0; at < end; at++) {
                if (!times.contains(at)) {
                    chunks.get(at).tags().stream()
                            .filter(tag -> tag.group().equals(group))
                            .map(Lexicon.Tag::value)
                            .forEach(found::add);
                }
            }
            return found;
        }

        private Set<String> valued(String group, Relevance relevance) {
            var found = new LinkedHashSet<String>();
            for (int at = 0; at < end; at++) {
                if (!times.contains(at) && !relevance.isPartOfName(at)) {
                    chunks.value(at, group).ifPresent(found::add);
                }
            }
            return found;
        }

        private Optional<Period> period() {
            var topic = topics.stream().findFirst();
            boolean ahead = topic.map(Topic::isAhead).orElse(false) && !past;
            var reader = new TimeReader(
                    chunks, LocalDate.ofInstant(clock.instant(), clock.getZone()), locale, ahead ? Lean.AHEAD : Lean.PAST);
            for (int at = 0; at < end; at++) {
                var read = isSubject(at) ? Optional.<DayReader.Read>empty() : reader.read(at);
                if (read.isPresent()) {
                    for (int taken = at; taken < read.get().next(); taken++) {
                        times.add(taken);
                    }
                    return Optional.of(read.get().period());
                }
            }
            return Optional.empty();
        }

        /** {@code about Saturday} is what a mail is about, not when it came. */
        private boolean isSubject(int at) {
            int before = at - 1;
            while (chunks.has(before, "article")) {
                before--;
            }
            return chunks.value(before, "place").filter("about"::equals).isPresent();
        }

        Intent intent() {
            var explicit = kind();
            var deed = tagged("deed").stream().findFirst();
            boolean asksFirst = first("kind") < first("deed");
            boolean isQuestion = asksFirst
                    && (explicit.filter(kind -> kind != Kind.LIST && kind != Kind.YES_NO).isPresent()
                            || (explicit.isPresent() && first("advice") == chunks.size()));
            if (deed.isPresent() && (!isQuestion || isSummary(deed.get(), explicit))) {
                return deed(deed.get());
            }
            var topic = topics.stream().findFirst().or(this::impliedTopic);
            return topic.map(this::about).orElseGet(() -> new Intent.Unclear(by()));
        }

        /** The first piece of a group; the number of pieces when there is none. */
        private int first(String group) {
            for (int at = 0; at < end; at++) {
                if (!times.contains(at) && chunks.has(at, group)) {
                    return at;
                }
            }
            return chunks.size();
        }

        /** {@code Show me a summary} asks for one. */
        private static boolean isSummary(String deed, Optional<Kind> kind) {
            return deed.equals("summarise") && kind.filter(Kind.LIST::equals).isPresent();
        }

        private Intent deed(String deed) {
            if (values.get("category").isEmpty()) {
                topics.stream().findFirst().ifPresent(this::hasCategory);
            }
            boolean onlyMails = topics.stream().allMatch(topic -> topic == Topic.MAILS);
            return switch (deed) {
                case "summarise" -> new Intent.Summary(by());
                case "find" ->
                    onlyMails && values.get("category").isEmpty() && values.get("state").isEmpty()
                            ? new Intent.Find(by())
                            : about(topics.stream().findFirst().orElse(Topic.MAILS));
                default -> new Intent.Wanted(Deed.valueOf(constant(deed)), by());
            };
        }

        private Optional<Topic> impliedTopic() {
            boolean hinted = !tagged("hint").isEmpty() && kind().filter(Kind.SUM::equals).isPresent();
            if (hinted || !values.get("spend").isEmpty() || !values.get("currency").isEmpty()) {
                return Optional.of(Topic.SPENDING);
            }
            if (!values.get("stage").isEmpty() || kind().filter(Kind.STATUS::equals).isPresent()) {
                return Optional.of(Topic.APPLICATIONS);
            }
            return values.get("category").isEmpty() && values.get("state").isEmpty()
                    ? Optional.empty()
                    : Optional.of(Topic.MAILS);
        }

        private Intent about(Topic topic) {
            if (topics.contains(Topic.MAILS) && !topic.isMoney() && topic != Topic.PROPOSALS && hasCategory(topic)) {
                return new Intent.Mails(asking(Topic.MAILS));
            }
            return switch (topic) {
                case PROPOSALS -> new Intent.Proposals(asking(topic));
                case DUPLICATES -> new Intent.Duplicates(asking(topic));
                case SUBSCRIPTIONS -> spending(topic, Intent.Spending.Sort.SUBSCRIPTIONS);
                case REFUNDS -> spending(topic, Intent.Spending.Sort.REFUNDS);
                case UNPAID -> spending(topic, Intent.Spending.Sort.UNPAID);
                case SPENDING -> spending(topic, Intent.Spending.Sort.SPENT);
                case RECEIPTS -> spending(topic, Intent.Spending.Sort.RECEIPTS);
                case GHOSTED, SILENCE -> new Intent.Silence(asking(topic), topic == Topic.GHOSTED);
                case FOLLOW_UPS -> new Intent.FollowUps(asking(topic));
                case TO_DO, DEADLINES -> new Intent.Deadlines(
                            asking(topic), topic == Topic.TO_DO, Stages.of(topics, named.values("stage")));
                case INTERVIEWS -> interviews();
                case OFFERS, REJECTIONS, ASSESSMENTS, APPLICATIONS ->
                    new Intent.Applications(asking(topic), Stages.of(topics, named.values("stage")));
                case SENDERS -> new Intent.Senders(asking(topic));
                case MAILS -> new Intent.Mails(asking(topic));
            };
        }

        private Intent interviews() {
            var asking = asking(Topic.INTERVIEWS);
            boolean ofApplications = topics.contains(Topic.APPLICATIONS)
                    && Set.of(Kind.COUNT, Kind.LIST, Kind.WHO).contains(asking.kind());
            return ofApplications
                    ? new Intent.Applications(asking, Stages.of(topics, named.values("stage")))
                    : new Intent.Talks(asking);
        }

        /** Mails about a topic are those of its category. */
        private boolean hasCategory(Topic topic) {
            var category = Stages.category(topic);
            category.ifPresent(id -> values.put("category", Set.of(id)));
            return topic == Topic.MAILS || category.isPresent();
        }

        private Intent spending(Topic topic, Intent.Spending.Sort sort) {
            return new Intent.Spending(asking(topic), sort);
        }

        private Asking asking(Topic topic) {
            var kind = kind().orElse(Kind.LIST);
            var fitting = kind == Kind.SUM && !topic.isMoney() ? Kind.COUNT : kind;
            return new Asking(
                    fitting,
                    first("pick", Pick.class).orElse(Pick.ALL),
                    first("group", Group.class),
                    by());
        }

        private Narrowing by() {
            return new Narrowing(named.period(), named.mentions(), named.except(), values, past);
        }

        private Optional<Kind> kind() {
            return first("kind", Kind.class);
        }

        private <E extends Enum<E>> Optional<E> first(String group, Class<E> type) {
            return tagged(group).stream()
                    .map(value -> Enum.valueOf(type, constant(value)))
                    .sorted()
                    .findFirst();
        }
    }
}
