package io.countersign.api.ui;

import io.countersign.api.LocalApiSettings;
import io.countersign.api.ui.ApiViewModel.Shown;
import io.countersign.shared.ui.KeyedSwitch;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Binds the card of the local API in the Settings view. */
public final class ApiController {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass ANSWERED = PseudoClass.getPseudoClass("answered");

    private final ApiViewModel model;
    private final ApiWords words;

    @FXML
    private KeyedSwitch apiOn;

    @FXML
    private Node apiDetails;

    @FXML
    private TextField apiPort;

    @FXML
    private Label apiPortProblem;

    @FXML
    private TextField apiTokenFile;

    @FXML
    private TextArea apiExample;

    @FXML
    private Label apiState;

    @FXML
    private Button apiAgain;

    public ApiController(ApiViewModel model, ApiWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        apiOn.selectedProperty()
                .subscribe((_, on) ->
                        model.change(new LocalApiSettings(on, settings().port())));
        apiPort.setOnAction(_ -> takePort());
        apiPort.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                takePort();
            }
        });
        apiPort.textProperty().subscribe(this::judgePort);
        apiTokenFile.setText(model.tokenFile());
        apiAgain.managedProperty().bind(apiAgain.visibleProperty());
        apiDetails.managedProperty().bind(apiDetails.visibleProperty());
        apiPortProblem.managedProperty().bind(apiPortProblem.visibleProperty());
        model.shownProperty().subscribe(this::show);
    }

    private LocalApiSettings settings() {
        return model.shownProperty().get().settings();
    }

    /** A port counts when the person is done with it; one that is none is not taken. */
    private void takePort() {
        LocalApiSettings.port(apiPort.getText())
                .ifPresent(port -> model.change(new LocalApiSettings(settings().on(), port)));
    }

    private void judgePort(String typed) {
        var wrong = words.problem(typed);
        apiPortProblem.setText(wrong.orElse(""));
        apiPortProblem.setVisible(wrong.isPresent());
    }

    private void show(Shown now) {
        apiOn.setSelected(now.settings().on());
        apiDetails.setVisible(now.settings().on());
        if (!apiPort.isFocused() || LocalApiSettings.port(apiPort.getText()).isEmpty()) {
            apiPort.setText(Integer.toString(now.settings().port()));
        }
        apiExample.setText(words.example(model.tokenFile(), now.settings().port()));
        apiState.setText(words.state(now.state()));
        apiState.pseudoClassStateChanged(FAILED, now.state() instanceof ApiState.Failed);
        apiState.pseudoClassStateChanged(ANSWERED, now.state() instanceof ApiState.Serving);
        apiAgain.setVisible(now.state() instanceof ApiState.Failed);
    }

    @FXML
    private void again() {
        model.attempt();
    }

    @FXML
    private void copyToken() {
        model.copyToken(ApiController::copy);
    }

    @FXML
    private void copyExample() {
        copy(apiExample.getText());
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
