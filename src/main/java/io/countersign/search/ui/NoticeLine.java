package io.countersign.search.ui;

import io.countersign.search.ui.HealthViewModel.Notice;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** One calm line about the index, while there is something to say. */
final class NoticeLine extends HBox {
    NoticeLine(HealthViewModel model, SearchWords words) {
        getStyleClass().addAll("search-notice");
        setId("search-notice");
        setMinHeight(USE_PREF_SIZE);
        var icon = new FontIcon("mdi2i-information-outline");
        icon.getStyleClass().add("accent");
        var text = new Label();
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var dismiss = new Button(words.get("search.notice.dismiss"));
        dismiss.getStyleClass().add("quiet");
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setOnAction(_ -> model.dismiss());
        dismiss.managedProperty().bind(dismiss.visibleProperty());
        getChildren().addAll(icon, text, dismiss);
        managedProperty().bind(visibleProperty());
        model.noticeProperty().subscribe(notice -> {
            text.setText(words.notice(notice));
            dismiss.setVisible(notice instanceof Notice.Failing);
            setVisible(!(notice instanceof Notice.None));
        });
    }
}
