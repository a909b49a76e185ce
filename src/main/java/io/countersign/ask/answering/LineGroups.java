package io.countersign.ask.answering;

import io.countersign.ask.reading.Asking.Group;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Divides what happened by month or by day of the week; the part with most comes first. */
record LineGroups(Speech speech, ZoneId zone) {
    /** True for what lines can be divided by. */
    static boolean isBy(Optional<Group> group) {
        return group.filter(one -> one == Group.MONTH || one == Group.WEEKDAY).isPresent();
    }

    /** One line for each part, with how many there are of it and the mails of the first. */
    List<Line> of(Collection<Line> lines, Group group) {
        var parts = new LinkedHashMap<String, List<Line>>();
        lines.forEach(line -> parts.computeIfAbsent(name(line.at(), group), _ -> new ArrayList<>())
                .add(line));
        return parts.entrySet().stream()
                .sorted(Comparator.comparingInt(part -> -part.getValue().size()))
                .map(part -> line(part.getKey(), part.getValue()))
                .toList();
    }

    private Line line(String name, List<Line> lines) {
        var first = lines.getFirst();
        return new Line(
                first.at(),
                first.when(),
                speech.say("ask.part.count", name, speech.number(lines.size())),
                lines.stream().flatMap(one -> one.proof().stream()).distinct().toList());
    }

    private String name(Instant at, Group group) {
        var day = at.atZone(zone).toLocalDate();
        return group == Group.WEEKDAY ? speech.weekday(day.getDayOfWeek()) : speech.month(YearMonth.from(day));
    }
}
