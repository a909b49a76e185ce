package io.countersign.ask.reading;

import io.countersign.ask.reading.DayReader.Read;
import io.countersign.ask.reading.Lexicon.Tag;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A question in its parts: what is asked, what is left out, which pieces name days. For one question. */
final class Parts {
    private static final int NEGATION_REACH = 3;
    private static final Set<String> DAYS = Set.of("period", "weekday", "month");

    private final Chunks chunks;
    private final int end;
    private final int than;
    private final Set<Integer> times = new HashSet<>();

    Parts(Chunks chunks) {
        this.chunks = chunks;
        this.than = than(chunks);
        this.end = Math.min(exception(chunks), than);
    }

    /** Where what is left out begins; the end when nothing is. */
    private static int exception(Chunks chunks) {
        for (int at = 0; at < chunks.size(); at++) {
            if (chunks.has(at, "except")) {
                return at;
            }
        }
        return chunks.size();
    }

    /** Where what something is compared with begins: {@code more ... than}; the number of pieces when nothing is. */
    private static int than(Chunks chunks) {
        boolean compares = false;
        for (int at = 0; at < chunks.size(); at++) {
            if (compares && chunks.has(at, "than")) {
                return at;
            }
            compares |= chunks.has(at, "compare");
        }
        return chunks.size();
    }

    /** True when one thing is compared with another. */
    boolean compares() {
        return than < chunks.size();
    }

    /** True when more of the first is asked for, not fewer. */
    boolean comparesUpwards() {
        for (int at = 0; at < than; at++) {
            if (chunks.value(at, "compare").filter("fewer"::equals).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** The days something is compared with; empty where anything else is. */
    Optional<Period> other(TimeReader reader) {
        for (int at = than + 1; at < chunks.size(); at++) {
            var read = reader.read(at);
            if (read.isPresent()) {
                boolean only = IntStream.range(read.get().next(), chunks.size()).noneMatch(this::isMeaningful);
                return only ? read.map(Read::period) : Optional.empty();
            }
            if (isMeaningful(at)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isMeaningful(int at) {
        return chunks.get(at).tags().isEmpty()
                && Character.isLetterOrDigit(
                        chunks.get(at).words().getFirst().folded().codePointAt(0));
    }

    Chunks chunks() {
        return chunks;
    }

    /** The piece behind what is asked. */
    int end() {
        return end;
    }

    boolean isTime(int at) {
        return times.contains(at);
    }

    /** Takes the pieces of the first days that are named out of the question, and those that name a day of every week. */
    Optional<Period> takePeriod(TimeReader reader) {
        var weekday = takeWeekday();
        var days = takeDays(reader);
        return weekday.map(day -> days.orElseGet(() -> new Period(Optional.empty(), Optional.empty()))
                        .on(day))
                .or(() -> days);
    }

    private Optional<DayOfWeek> takeWeekday() {
        for (int at = 0; at < end; at++) {
            var day = isSubject(at) ? Optional.<String>empty() : chunks.value(at, "every-week");
            if (day.isPresent()) {
                times.add(at);
                return day.map(Integer::parseInt).map(DayOfWeek::of);
            }
        }
        return Optional.empty();
    }

    private Optional<Period> takeDays(TimeReader reader) {
        for (int at = 0; at < end; at++) {
            var read = isSubject(at) ? Optional.<Read>empty() : reader.read(at);
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

    /** What pieces mean in a group, in their order. */
    Set<String> tagged(String group) {
        var found = new LinkedHashSet<String>();
        for (int at = 0; at < end; at++) {
            if (!isTime(at)) {
                chunks.get(at).tags().stream()
                        .filter(tag -> tag.group().equals(group))
                        .map(Tag::value)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The same without pieces that are parts of names; nothing of groups that do not matter. */
    Set<String> tagged(String group, Relevance relevance) {
        var found = new LinkedHashSet<String>();
        for (int at = 0; at < end && relevance.isRelevant(group); at++) {
            if (!isTime(at) && !relevance.isPartOfName(at)) {
                chunks.value(at, group).ifPresent(found::add);
            }
        }
        return found;
    }

    /** True when a piece names days. */
    boolean namesDay() {
        return IntStream.range(0, end).anyMatch(at -> DAYS.stream().anyMatch(group -> chunks.has(at, group)));
    }

    /** True when there is a word that no file knows. */
    boolean hasUnknown() {
        return IntStream.range(0, end)
                .filter(at -> chunks.get(at).tags().isEmpty())
                .mapToObj(chunks::word)
                .flatMap(Optional::stream)
                .anyMatch(word -> Character.isLetter(word.codePointAt(0)));
    }

    /** The first piece of a group; the number of pieces when there is none. */
    int first(String group) {
        for (int at = 0; at < end; at++) {
            if (!isTime(at) && chunks.has(at, group)) {
                return at;
            }
        }
        return chunks.size();
    }

    /** The deed that a verb means together with the particle at the end: {@code Fass bei Tessel nach}. */
    Optional<String> particle() {
        int last = end - 1;
        while (last > 0 && chunks.word(last).filter(","::equals).isPresent()) {
            last--;
        }
        return chunks.has(0, "deed") ? chunks.value(last, "particle") : Optional.empty();
    }

    /** True when a word of denial stands shortly before the piece that names a topic: {@code have not rejected me}. */
    boolean isNegated(String topic) {
        for (int at = 0; at < end; at++) {
            boolean names = chunks.get(at).tags().stream()
                    .anyMatch(tag -> tag.group().equals("topic") && tag.value().equals(topic));
            for (int before = at - 1; names && before >= Math.max(0, at - NEGATION_REACH); before--) {
                if (chunks.has(before, "negation")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The foremost constant of an enum that pieces of a group name. */
    <E extends Enum<E>> Optional<E> first(String group, Class<E> type) {
        return tagged(group).stream()
                .map(value -> Enum.valueOf(type, constant(value)))
                .sorted()
                .findFirst();
    }

    /** A value of the data files as the constant of an enum. */
    static String constant(String value) {
        return value.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
