package io.countersign.job.ui;

import io.countersign.shared.ui.BesideOrBelow;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.ViewPart;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/** Binds the part of the Activity view that tells what repeats. */
public final class JobsController implements ViewPart {
    private final JobsViewModel model;
    private final JobListPane list;

    @FXML
    private ScrollPane page;

    @FXML
    private StackPane parts;

    public JobsController(JobsViewModel model) {
        this.model = model;
        list = new JobListPane(model);
    }

    @FXML
    private void initialize() {
        var job = new JobPane(model);
        job.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.currentProperty().get().isPresent(), model.currentProperty()));
        parts.getChildren().add(new BesideOrBelow(list, job, new BesideOrBelow.Sizes(62, 0.46, 27, 60, 20, 34)));
        page.setFocusTraversable(false);
    }

    @Override
    public void shown() {
        model.watch(true);
    }

    @Override
    public void hidden() {
        model.watch(false);
    }

    @Override
    public void focus() {
        list.focusList();
    }

    @Override
    public void filter(String text) {
        model.filter(text);
    }

    @Override
    public List<Command> commands() {
        return JobCommands.ofCurrent(model);
    }
}
