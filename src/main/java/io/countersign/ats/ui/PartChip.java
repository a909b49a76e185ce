package io.countersign.ats.ui;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Names the part of the funnel that the list is narrowed to; a press lists again what is open. Away while there is none. */
final class PartChip extends Button {
    /** {@code toList} takes the keyboard when the chip goes away. */
    PartChip(ListingViewModel listing, ApplicationWords words, Runnable toList) {
        setId("part");
        getStyleClass().addAll("segment", "part-chip");
        var cross = new FontIcon("mdi2c-close");
        cross.getStyleClass().add("icon-small");
        setGraphic(cross);
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(words.get("applications.part.leave")));
        managedProperty().bind(visibleProperty());
        listing.filterProperty().subscribe(filter -> {
            setVisible(filter.part().isPresent());
            setText(filter.part().map(words::part).orElse(""));
            setAccessibleText(words.get("applications.part.spoken", getText()));
        });
        setOnAction(_ -> {
            toList.run();
            listing.leavePart();
        });
    }
}
