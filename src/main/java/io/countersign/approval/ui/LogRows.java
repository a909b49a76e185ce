package io.countersign.approval.ui;

import io.countersign.approval.ui.ActivityViewModel.Line;
import io.countersign.approval.ui.LogRow.Run;
import io.countersign.approval.ui.LogRow.Single;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The lines of the log with runs folded into one row each. UI thread only. */
final class LogRows {
    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final ObservableList<LogRow> view = FXCollections.unmodifiableObservableList(rows);
    // By the id of their newest line, which stays the same while older lines arrive.
    private final Set<Long> open = new HashSet<>();

    ObservableList<LogRow> view() {
        return view;
    }

    /** Lists these lines; rows at the beginning that stay as they were are left alone, so that the list keeps its place. */
    void show(List<Line> lines, boolean folded) {
        var made = new ArrayList<LogRow>(lines.size());
        for (int from = 0; from < lines.size(); ) {
            int to = folded ? endOfRun(lines, from) : from + 1;
            add(made, lines.subList(from, to));
            from = to;
        }
        int same = 0;
        while (same < Math.min(made.size(), rows.size()) && made.get(same).equals(rows.get(same))) {
            same++;
        }
        rows.remove(same, rows.size());
        rows.addAll(made.subList(same, made.size()));
    }

    /** True when older lines may belong to the last row. */
    boolean endsInsideARun() {
        return !rows.isEmpty()
                && switch (rows.getLast()) {
                    case Run _ -> true;
                    case Single(var line, var inside) ->
                        inside || line.entry().batch().isPresent();
                };
    }

    /** Opens or closes the run at that row; of a line inside a run, closes the run. Says where the run is. */
    int fold(int row, boolean opened) {
        int at = row;
        while (rows.get(at).inside()) {
            at--;
        }
        if (rows.get(at) instanceof Run run && run.open() != opened) {
            rows.set(at, new Run(run.lines(), opened));
            if (opened) {
                open.add(run.newest().entry().id());
                rows.addAll(at + 1, inside(run.lines()));
            } else {
                open.remove(run.newest().entry().id());
                rows.remove(at + 1, at + 1 + run.lines().size());
            }
        }
        return at;
    }

    private void add(List<LogRow> made, List<Line> run) {
        if (run.size() == 1) {
            made.add(new Single(run.getFirst(), false));
        } else {
            boolean opened = open.contains(run.getFirst().entry().id());
            made.add(new Run(run, opened));
            if (opened) {
                made.addAll(inside(run));
            }
        }
    }

    private static List<Single> inside(List<Line> run) {
        return run.stream().map(line -> new Single(line, true)).toList();
    }

    private static int endOfRun(List<Line> lines, int from) {
        var first = lines.get(from).entry();
        int to = from + 1;
        while (first.batch().isPresent()
                && to < lines.size()
                && lines.get(to).entry().batch().equals(first.batch())
                && lines.get(to).entry().event().equals(first.event())) {
            to++;
        }
        return to;
    }
}
