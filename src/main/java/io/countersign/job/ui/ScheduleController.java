package io.countersign.job.ui;

import io.countersign.shared.ui.Showable;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Binds the card of Settings that leads to the jobs. */
public final class ScheduleController implements Showable {
    private final JobsViewModel model;

    @FXML
    private Label scheduleState;

    public ScheduleController(JobsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.summaryProperty().subscribe(scheduleState::setText);
    }

    @Override
    public void shown() {
        model.read();
    }

    @FXML
    private void open() {
        model.open();
    }
}
