package io.countersign.ats.ui;

import io.countersign.ats.WarehouseShare;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that no row of the warehouse is known to be the person's, and how to say which ones are. Away otherwise. */
final class WarehouseNotice extends Label {
    private final ApplicationWords words;

    WarehouseNotice(ApplicationsViewModel model, ApplicationWords words) {
        this.words = words;
        setId("warehouse-notice");
        getStyleClass().add("warehouse-notice");
        var sign = new FontIcon("mdi2a-alert-outline");
        sign.getStyleClass().addAll("icon-small", "warn");
        setGraphic(sign);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        managedProperty().bind(visibleProperty());
        model.snapshotProperty().subscribe(snapshot -> show(snapshot.warehouse()));
    }

    private void show(WarehouseShare share) {
        setVisible(share.isNobodys());
        setText(words.get(
                "applications.warehouse.others",
                words.formats().number(share.ofOthers()),
                words.formats().number(share.rows())));
    }
}
