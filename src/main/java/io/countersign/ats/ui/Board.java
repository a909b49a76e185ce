package io.countersign.ats.ui;

import io.countersign.mail.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applications by stage.
 *
 * @param lanes in the order of a hiring process, the one of the ended ones last; none is left out
 */
record Board(List<Lane> lanes) {
    /**
     * One column.
     *
     * @param stage empty for all that have ended
     * @param rows by rank
     */
    record Lane(Optional<Stage> stage, List<ApplicationRow> rows) {
        Lane {
            rows = List.copyOf(rows);
        }

        /** How many there are of each stage. */
        Map<Stage, Long> counts() {
            return rows.stream()
                    .collect(Collectors.groupingBy(
                            ApplicationRow::stage, () -> new EnumMap<>(Stage.class), Collectors.counting()));
        }
    }

    Board {
        lanes = List.copyOf(lanes);
    }

    /** Shares out rows that come by rank. */
    static Board of(List<ApplicationRow> rows) {
        var open = Stream.of(Stage.values())
                .filter(stage -> !stage.isTerminal())
                .map(stage -> new Lane(
                        Optional.of(stage),
                        rows.stream()
                                .filter(row -> !row.isEnded() && row.stage() == stage)
                                .toList()));
        var ended = new Lane(
                Optional.empty(), rows.stream().filter(ApplicationRow::isEnded).toList());
        return new Board(Stream.concat(open, Stream.of(ended)).toList());
    }

    /** In which column a row is; -1 when in none. */
    int laneOf(ApplicationRow row) {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).rows().contains(row)) {
                return i;
            }
        }
        return -1;
    }

    /** The stages by which an application ends. */
    static List<Stage> ends() {
        return Stream.of(Stage.values()).filter(Stage::isTerminal).toList();
    }
}
