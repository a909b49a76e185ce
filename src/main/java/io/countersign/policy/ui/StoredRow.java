package io.countersign.policy.ui;

import io.countersign.policy.ui.ClauseDraft.Stored;
import io.countersign.shared.text.OneLine;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;

/** A clause that this version cannot read: it is shown as it is stored, and can be taken out. */
final class StoredRow extends ClauseRow {
    private final Label json = new Label();

    StoredRow(Stored shown, EditorViewModel model, PolicyWords words, Follow follow) {
        super(shown.key(), model, words, follow);
        json.getStyleClass().add("mono");
        json.setWrapText(true);
        json.setMinHeight(USE_PREF_SIZE);
        hold(json);
        show(shown);
    }

    @Override
    void show(ClauseDraft clause) {
        if (clause instanceof Stored(var _, String text)) {
            json.setText(OneLine.of(text));
        }
    }

    @Override
    void focusContent() {
        requestFocus();
    }

    @Override
    List<MenuItem> ownItems() {
        return List.of();
    }
}
