package io.countersign.ats.warehouse;

import io.countersign.classify.DataFile;
import io.countersign.mail.Stage;
import io.countersign.shared.text.TextFold;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that warehouses give to stages, by {@code ats/warehouse-stages.txt}. Immutable. */
public final class StageWords {
    private final Map<String, Stage> stages = new HashMap<>();

    StageWords(DataFile file) {
        for (var section : file.sections()) {
            var stage = Stage.of(section.name())
                    .orElseThrow(() -> section.at().refuse("There is no stage '" + section.name() + "'"));
            add(section.at(), section.name(), stage);
            for (var line : section.lines()) {
                for (var name : line.text().split("\\|", -1)) {
                    add(line, name, stage);
                }
            }
        }
    }

    private void add(DataFile.Line line, String name, Stage stage) {
        var key = key(name);
        line.require(!key.isEmpty(), "An entry is empty");
        var other = stages.putIfAbsent(key, stage);
        line.require(other == null || other == stage, "'" + name.strip() + "' stands for another stage already");
    }

    public static StageWords load() {
        return new StageWords(DataFile.resource("ats", "warehouse-stages.txt"));
    }

    /** The stage that a warehouse means; empty for words that are not known. */
    public Optional<Stage> stage(String words) {
        return Optional.ofNullable(stages.get(key(words)));
    }

    /** Letters and digits only: {@code Final Round}, {@code final_round} and {@code final-round} are one. */
    private static String key(String words) {
        var key = new StringBuilder();
        TextFold.fold(words).codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }
}
