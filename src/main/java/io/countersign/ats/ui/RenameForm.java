package io.countersign.ats.ui;

import io.countersign.ats.Application;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/** Which employer and role an application is about. */
final class RenameForm extends StackPane {
    private final ApplicationWords words;
    private final TextField company = new TextField();
    private final TextField role = new TextField();
    private final Label problem = FormFrame.problemLabel();

    RenameForm(ApplicationsViewModel model, ApplicationWords words, ApplicationRow row) {
        this.words = words;
        company.setText(row.company());
        role.setText(row.role());
        getChildren()
                .add(new FormFrame(words, "applications.ask.rename", "applications.save")
                        .field("company", company)
                        .with(problem)
                        .field("role", role)
                        .buttons(() -> save(model), model::close));
    }

    /** Puts the keyboard into the first field. */
    void begin() {
        company.requestFocus();
        company.selectAll();
    }

    private void save(ApplicationsViewModel model) {
        var wrong = wrong(company.getText(), words);
        FormFrame.problem(company, problem, wrong);
        if (wrong.isEmpty()) {
            model.correct(row -> model.corrections()
                    .rename(
                            row,
                            company.getText().strip(),
                            shortened(role.getText().strip())));
        } else {
            company.requestFocus();
        }
    }

    /** What is wrong with the name of a company. */
    static Optional<String> wrong(String company, ApplicationWords words) {
        return company.isBlank() || company.strip().length() > Application.LONGEST_NAME
                ? Optional.of(words.get("applications.wrong.company"))
                : Optional.empty();
    }

    /** No longer than names may be. */
    static String shortened(String name) {
        return name.length() > Application.LONGEST_NAME ? name.substring(0, Application.LONGEST_NAME) : name;
    }
}
