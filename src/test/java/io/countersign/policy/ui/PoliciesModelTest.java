package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import io.countersign.shared.task.DirectTasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The model of the policies screen on the policies that everybody begins with. */
abstract class PoliciesModelTest {
    @TempDir
    Path folder;

    final DirectTasks tasks = new DirectTasks();
    final PoliciesStage stage = PoliciesStage.standard(tasks);
    final PoliciesViewModel model = stage.model;

    PoliciesModelTest() {
        model.shown();
    }

    List<String> names() {
        return model.rows().stream().map(PolicyRow::name).toList();
    }

    Policy stored(long id) {
        return stage.desk.all().stream()
                .filter(policy -> policy.id() == id)
                .findFirst()
                .orElseThrow();
    }

    PolicyRow row(long id) {
        return model.rows().stream().filter(row -> row.id() == id).findFirst().orElseThrow();
    }
}
