package io.countersign.settings.ui;

import io.countersign.settings.WindowState;
import io.countersign.shared.ui.Segments;
import io.countersign.shared.ui.Showable;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Theme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.StringConverter;

/** Binds the Settings view. */
public final class SettingsController implements Showable {
    private final SettingsViewModel model;
    private final Texts texts;

    @FXML
    private ToggleButton themeSystem;

    @FXML
    private ToggleButton themeLight;

    @FXML
    private ToggleButton themeDark;

    @FXML
    private Slider textScale;

    @FXML
    private Label textScaleValue;

    @FXML
    private ComboBox<String> language;

    @FXML
    private Label languageNote;

    @FXML
    private TextField home;

    @FXML
    private Label database;

    @FXML
    private Label version;

    @FXML
    private Showable scheduleController;

    @FXML
    private Showable mailboxesController;

    public SettingsController(SettingsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        bindTheme();
        bindTextScale();
        bindLanguage();
        home.setText(model.home());
        database.setText(model.database());
        version.setText(model.version());
    }

    @Override
    public void shown() {
        scheduleController.shown();
        mailboxesController.shown();
    }

    private void bindTheme() {
        new Segments<Theme>()
                .with(Theme.SYSTEM, themeSystem)
                .with(Theme.LIGHT, themeLight)
                .with(Theme.DARK, themeDark)
                .bind(model.appearance().themeProperty());
    }

    private void bindTextScale() {
        var scale = model.appearance().textScaleProperty();
        textScale.setMin(100 * WindowState.SMALLEST_TEXT);
        textScale.setMax(100 * WindowState.LARGEST_TEXT);
        textScale.setValue(100 * scale.get());
        scale.subscribe(now -> textScale.setValue(100 * now.doubleValue()));
        // Only where the thumb rests: restyling the whole window at every pixel of a drag would stutter.
        textScale.valueProperty().addListener((_, _, now) -> {
            if (!textScale.isValueChanging()) {
                scale.set(Math.round(now.doubleValue() / 10) / 10.0);
            }
        });
        textScale.valueChangingProperty().addListener((_, _, changing) -> {
            if (!changing) {
                scale.set(Math.round(textScale.getValue() / 10) / 10.0);
            }
        });
        textScaleValue
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("settings.percent", Math.round(textScale.getValue() / 10) * 10),
                        textScale.valueProperty()));
    }

    private void bindLanguage() {
        language.getItems()
                .setAll(Stream.concat(Stream.of(""), WindowState.LANGUAGES.stream())
                        .toList());
        language.setConverter(new LanguageNames(texts));
        var before = model.appearance().languageProperty().get();
        language.valueProperty().bindBidirectional(model.appearance().languageProperty());
        languageNote.visibleProperty().bind(language.valueProperty().isNotEqualTo(before));
        languageNote.managedProperty().bind(languageNote.visibleProperty());
    }

    @FXML
    private void openHome() {
        model.openHome();
    }

    @FXML
    private void copyHome() {
        copy(model.home());
        model.copied();
    }

    @FXML
    private void copyDiagnostics() {
        model.diagnose(SettingsController::copy);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class LanguageNames extends StringConverter<String> {
        private final Texts texts;

        LanguageNames(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(String language) {
            if (language.isEmpty()) {
                return texts.get("settings.language.system");
            }
            var locale = Locale.of(language);
            return locale.getDisplayLanguage(locale);
        }

        @Override
        public String fromString(String name) {
            return List.of("", "en", "de").stream()
                    .filter(l -> toString(l).equals(name))
                    .findFirst()
                    .orElse("");
        }
    }
}
