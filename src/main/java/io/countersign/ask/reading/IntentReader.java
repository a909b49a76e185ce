package io.countersign.ask.reading;

import io.countersign.ask.reading.Asking.Group;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.ask.reading.Asking.Pick;
import io.countersign.ask.reading.Intent.Response.Order;
import io.countersign.ask.reading.Intent.Spending.Sort;
import io.countersign.ask.reading.Intent.Wanted.Deed;
import io.countersign.mail.Stage;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes of the parts of a question what it is about. For one question. */
final class IntentReader {
    private static final List<String> VALUES =
            List.of("stage", "category", "currency", "spend", "state", "status", "after");

    private static final Set<String> DETAILS_OF_TALKS = Set.of("bring", "people", "place", "duration");

    private static final String PAY = "pay";
    private static final String UNDATED = "undated";

    private final Parts parts;
    private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Narrowing named;
    private final Times times;

    /**
     * Reads one question.
     *
     * @param times reads days for a lean
     * @param capitalsTell in this language only names are capitalised
     * @param onlyKnown leaves out words that are neither known nor written like a name
     */
    IntentReader(Parts parts, Times times, boolean capitalsTell, boolean onlyKnown) {
        this.parts = parts;
        this.times = times;
        parts.tagged("topic").forEach(value -> topics.add(Topic.valueOf(Parts.constant(value))));
        boolean undecided = topics.contains(Topic.REJECTIONS) && parts.isNegated("rejections");
        if (undecided) {
            topics.remove(Topic.REJECTIONS);
            topics.add(Topic.APPLICATIONS);
        }
        if (topics.isEmpty() && parts.namesDay() && !parts.hasUnknown() && asksForDetailOfTalk()) {
            topics.add(Topic.INTERVIEWS);
        }
        boolean past = parts.tagged("tense").contains("past");
        boolean ahead = topic().map(Topic::isAhead).orElse(false) && !past;
        var period = parts.takePeriod(times.leaning(ahead ? Lean.AHEAD : Lean.PAST));
        VALUES.forEach(group -> values.put(group, parts.tagged(group)));
        var relevance = new Relevance(parts.chunks(), topic().or(this::impliedTopic));
        VALUES.forEach(group -> values.put(group, parts.tagged(group, relevance)));
        if (undecided) {
            values.put("status", Set.of("open"));
        }
        var reader = new MentionReader(parts.chunks(), relevance, capitalsTell);
        var mentions = reader.read(0, parts.end(), parts::isTime).stream()
                .filter(mention -> !onlyKnown || mention.isName())
                .toList();
        int size = parts.chunks().size();
        var except = parts.end() < size && !parts.compares()
                ? reader.read(parts.end() + 1, size, _ -> false)
                : List.<Mention>of();
        this.named = new Narrowing(period, mentions, except, values, past);
    }

    /** Makes readers of days. */
    interface Times {
        TimeReader leaning(Lean lean);
    }

    /** {@code What do I have to bring on Wednesday?} */
    private boolean asksForDetailOfTalk() {
        return !Collections.disjoint(aspects(), DETAILS_OF_TALKS);
    }

    private Optional<Topic> topic() {
        return topics.stream().findFirst();
    }

    /** What is wanted to know, where the words say so. */
    Optional<Kind> kind() {
        return parts.first("kind", Kind.class);
    }

    /** All that the words say is wanted to know. */
    Set<Kind> kinds() {
        return parts.tagged("kind").stream()
                .map(Parts::constant)
                .map(Kind::valueOf)
                .collect(Collectors.toSet());
    }

    /** The details that are asked for. */
    Set<String> aspects() {
        var aspects = new HashSet<>(parts.tagged("aspect"));
        if (topics.contains(Topic.OFFERS) && kinds().contains(Kind.SUM)) {
            aspects.add(PAY);
        }
        return aspects;
    }

    Intent intent() {
        var deed = parts.tagged("deed").stream()
                .findFirst()
                .map(first -> parts.particle().orElse(first));
        if (deed.isPresent() && !isQuestion(deed.get())) {
            return deed(deed.get());
        }
        if (asksForResponse()) {
            return response();
        }
        if (!parts.tagged("speed").isEmpty() || !parts.tagged("contrast").isEmpty()) {
            return new Intent.Unclear(by());
        }
        var about = topic().or(this::impliedTopic).map(this::about).orElseGet(() -> new Intent.Unclear(by()));
        return parts.compares() ? compared(about) : about;
    }

    /** Days with days; anything else is not understood. */
    private Intent compared(Intent about) {
        var other = parts.other(times.leaning(Lean.PAST));
        return about instanceof Intent.Structured base
                        && other.isPresent()
                        && named.period().isPresent()
                ? new Intent.Compared(base, other.get(), parts.comparesUpwards())
                : new Intent.Unclear(by());
    }

    /** {@code How long did they take to answer?}, {@code Who answered fastest?}; not how long a talk takes. */
    private boolean asksForResponse() {
        boolean replies = !parts.tagged("reply").isEmpty();
        boolean elapses = !parts.tagged("elapse").isEmpty();
        boolean measures = !parts.tagged("length").isEmpty()
                || kind().filter(Kind.AVERAGE::equals).isPresent();
        boolean orders = !parts.tagged("speed").isEmpty();
        boolean ofEvents = topics.contains(Topic.INTERVIEWS)
                || topics.contains(Topic.ASSESSMENTS)
                || topics.contains(Topic.OFFERS);
        boolean ofApplications = topics.stream().allMatch(topic -> topic.isOfApplications() || topic == Topic.SENDERS);
        return ofApplications
                && ((measures && (elapses || replies) && !ofEvents)
                        || (measures && replies && elapses)
                        || (orders && (replies || (!topics.isEmpty() && !ofEvents))));
    }

    private Intent response() {
        var order = parts.first("speed", Order.class).orElse(Order.NEWEST);
        var until = new HashSet<>(Stages.of(topics, named.values("stage")));
        return new Intent.Response(asking(Topic.APPLICATIONS), order, until);
    }

    /** {@code Which mails did I archive?} is one; {@code Which mails can I archive?} and {@code Archive ...} are wishes. */
    private boolean isQuestion(String deed) {
        var kind = kind();
        boolean asksFirst = parts.first("kind") < parts.first("deed");
        boolean lists = kind.filter(Kind.LIST::equals).isPresent();
        if (!asksFirst || (lists && deed.equals("summarise"))) {
            return false;
        }
        boolean asksForAdvice = parts.first("advice") < parts.chunks().size();
        return kind.filter(one -> one != Kind.LIST && one != Kind.YES_NO).isPresent()
                || (kind.isPresent() && !asksForAdvice);
    }

    private Intent deed(String deed) {
        if (values("category").isEmpty()) {
            topic().ifPresent(this::hasCategory);
        }
        boolean onlyWords = topics.stream().allMatch(topic -> topic == Topic.MAILS)
                && values("category").isEmpty()
                && values("state").isEmpty();
        return switch (deed) {
            case "summarise" -> new Intent.Summary(by());
            case "find" -> onlyWords || isMailAboutMoney() ? new Intent.Find(by()) : about(topic().orElse(Topic.MAILS));
            default -> new Intent.Wanted(Deed.valueOf(Parts.constant(deed)), by());
        };
    }

    /** {@code Find the mail that wants me to buy gift cards}. */
    private boolean isMailAboutMoney() {
        return topics.contains(Topic.MAILS)
                && topics.size() > 1
                && topics.stream().allMatch(topic -> topic == Topic.MAILS || topic.isMoney());
    }

    private Set<String> values(String group) {
        return values.getOrDefault(group, Set.of());
    }

    private Optional<Topic> impliedTopic() {
        boolean hinted = !parts.tagged("hint").isEmpty()
                && kind().filter(Kind.SUM::equals).isPresent();
        if (hinted || !values("spend").isEmpty() || !values("currency").isEmpty()) {
            return Optional.of(Topic.SPENDING);
        }
        if (!values("stage").isEmpty() || kind().filter(Kind.STATUS::equals).isPresent()) {
            return Optional.of(Topic.APPLICATIONS);
        }
        return values("category").isEmpty() && values("state").isEmpty() ? Optional.empty() : Optional.of(Topic.MAILS);
    }

    private Intent about(Topic topic) {
        if (topics.contains(Topic.MAILS) && !topic.isMoney() && topic != Topic.PROPOSALS && hasCategory(topic)) {
            return new Intent.Mails(asking(Topic.MAILS));
        }
        if (values("status").contains(UNDATED) && topic.isOfTalks()) {
            return new Intent.Talks(asking(Topic.INTERVIEWS));
        }
        var asking = asking(topic);
        return switch (topic) {
            case PROPOSALS -> new Intent.Proposals(asking);
            case UNANSWERED -> new Intent.Unanswered(asking);
            case DUPLICATES -> new Intent.Duplicates(asking);
            case SUBSCRIPTIONS -> new Intent.Spending(asking, Sort.SUBSCRIPTIONS);
            case REFUNDS -> new Intent.Spending(asking, Sort.REFUNDS);
            case UNPAID -> new Intent.Spending(asking, Sort.UNPAID);
            case SPENDING -> new Intent.Spending(asking, asking.pick() == Pick.NEXT ? Sort.SUBSCRIPTIONS : Sort.SPENT);
            case RECEIPTS -> new Intent.Spending(asking, Sort.RECEIPTS);
            case GHOSTED, SILENCE -> new Intent.Silence(asking, topic == Topic.GHOSTED);
            case FOLLOW_UPS -> new Intent.FollowUps(asking);
            case TO_DO, DEADLINES ->
                wasDone(asking)
                        ? new Intent.Unclear(by())
                        : new Intent.Deadlines(asking, topic == Topic.TO_DO, stages());
            case INTERVIEWS ->
                isOfApplications(asking) ? new Intent.Applications(asking, stages()) : new Intent.Talks(asking);
            case OFFERS, REJECTIONS, ASSESSMENTS, APPLICATIONS -> new Intent.Applications(asking, stages());
            case SENDERS -> asking.isOfOne() ? new Intent.Mails(asking) : new Intent.Senders(asking);
            case MAILS -> new Intent.Mails(asking);
        };
    }

    /** {@code Did I hand it in before the deadline?} asks for what was done, of which nothing is stored. */
    private static boolean wasDone(Asking asking) {
        return asking.kind() == Kind.YES_NO && asking.by().past();
    }

    private Set<Stage> stages() {
        return Stages.of(topics, named.values("stage"));
    }

    /** {@code How many applications led to an interview?} counts applications. */
    private boolean isOfApplications(Asking asking) {
        return topics.contains(Topic.APPLICATIONS)
                && Set.of(Kind.COUNT, Kind.LIST, Kind.WHO).contains(asking.kind());
    }

    /** Mails about a topic are those of its category. */
    private boolean hasCategory(Topic topic) {
        var category = Stages.category(topic);
        category.ifPresent(id -> values.put("category", Set.of(id)));
        return topic == Topic.MAILS || category.isPresent();
    }

    private Asking asking(Topic topic) {
        boolean measured = !parts.tagged("length").isEmpty()
                && kind().filter(Kind.YES_NO::equals).isPresent();
        var kind = kind().filter(_ -> !measured).orElse(Kind.LIST);
        return new Asking(
                kind == Kind.SUM && !topic.isMoney() ? Kind.COUNT : kind,
                parts.first("pick", Pick.class).orElse(Pick.ALL),
                parts.first("group", Group.class),
                by());
    }

    private Narrowing by() {
        return new Narrowing(named.period(), named.mentions(), named.except(), values, named.past());
    }
}
