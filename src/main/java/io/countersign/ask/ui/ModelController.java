package io.countersign.ask.ui;

import io.countersign.ask.ModelSettings;
import io.countersign.ask.ModelSettings.Kind;
import io.countersign.shared.ui.KeyedSwitch;
import io.countersign.shared.ui.Segments;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/** Binds the card of the language model in the Settings view. */
public final class ModelController {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass ANSWERED = PseudoClass.getPseudoClass("answered");

    private final ModelViewModel model;
    private final ModelWords words;

    @FXML
    private KeyedSwitch modelOn;

    @FXML
    private Node details;

    @FXML
    private ToggleButton ollama;

    @FXML
    private ToggleButton openAi;

    @FXML
    private TextField address;

    @FXML
    private TextField modelName;

    @FXML
    private PasswordField modelKey;

    @FXML
    private Button keepKey;

    @FXML
    private Label modelState;

    @FXML
    private Button modelStep;

    public ModelController(ModelViewModel model, ModelWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        bindKind();
        bindOn();
        typed(address, (now, text) -> new ModelSettings(now.on(), now.kind(), text, now.model(), now.agreedAddress()));
        typed(
                modelName,
                (now, text) -> new ModelSettings(now.on(), now.kind(), now.address(), text, now.agreedAddress()));
        keepKey.disableProperty().bind(modelKey.textProperty().isEmpty());
        model.shownProperty().subscribe(now -> {
            show(now.settings());
            show(now.state(), now.settings());
        });
        model.load();
    }

    private void bindOn() {
        modelOn.selectedProperty()
                .subscribe((_, on) -> model.change(now -> new ModelSettings(
                        on,
                        now.kind(),
                        on && now.address().isEmpty() ? ModelWords.usualAddress(now.kind()) : now.address(),
                        now.model(),
                        now.agreedAddress())));
    }

    private void bindKind() {
        new Segments<Kind>()
                .with(Kind.OLLAMA, ollama)
                .with(Kind.OPENAI, openAi)
                .bind(
                        model.shownProperty().map(shown -> shown.settings().kind()),
                        kind -> model.change(settings -> withKind(settings, kind)));
    }

    /** An address that nobody typed goes with the kind it belongs to. */
    private static ModelSettings withKind(ModelSettings now, Kind kind) {
        boolean untouched = now.address().equals(ModelWords.usualAddress(now.kind()));
        return new ModelSettings(
                now.on(),
                kind,
                untouched ? ModelWords.usualAddress(kind) : now.address(),
                now.model(),
                now.agreedAddress());
    }

    /** What is typed counts when the person is done with it: half an address is no mistake yet. */
    private void typed(TextField field, Typed change) {
        UnaryOperator<ModelSettings> apply = now -> change.apply(now, field.getText());
        field.setOnAction(_ -> model.change(apply));
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                model.change(apply);
            }
        });
    }

    @FunctionalInterface
    private interface Typed {
        ModelSettings apply(ModelSettings now, String text);
    }

    private void show(ModelSettings now) {
        modelOn.setSelected(now.on());
        details.setVisible(now.on());
        details.setManaged(now.on());
        address.setText(now.address());
        address.setPromptText(words.promptAddress(now.kind()));
        modelName.setText(now.model());
        modelName.setPromptText(words.promptModel(now.kind()));
    }

    private void show(ModelState now, ModelSettings settings) {
        modelState.setText(words.state(now, settings));
        modelState.pseudoClassStateChanged(FAILED, now instanceof ModelState.Failed);
        modelState.pseudoClassStateChanged(ANSWERED, now instanceof ModelState.Answered);
        var step = words.step(now);
        modelStep.setText(step.orElse(""));
        modelStep.setVisible(step.isPresent());
        modelStep.setManaged(step.isPresent());
    }

    @FXML
    private void step() {
        switch (model.shownProperty().get().state()) {
            case ModelState.Blocked _ -> model.change(ModelSettings::agreed);
            case ModelState.Trying _ -> model.stop();
            case ModelState.Ready _, ModelState.Answered _, ModelState.Failed _ -> model.attempt();
        }
    }

    @FXML
    private void keep() {
        if (!modelKey.getText().isEmpty()) {
            model.keep(modelKey.getText());
            modelKey.clear();
        }
    }

    @FXML
    private void forget() {
        model.forgetKey();
    }
}
