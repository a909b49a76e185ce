package io.countersign.policy.ui;

import io.countersign.policy.simulation.MatchPreview;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How much mail the condition holds for. */
final class MatchesPane extends VBox {
    private final Label sentence = new Label();
    private final Label problem = new Label();
    private final Label before = new Label();
    private final PolicyWords words;

    MatchesPane(EditorViewModel editor, MatchesViewModel model, PolicyWords words) {
        this.words = words;
        before.setText(words.get("policies.matches.before"));
        before.getStyleClass().addAll("muted", "small");
        getStyleClass().add("matches");
        sentence.setId("matches-sentence");
        for (var label : new Label[] {before, sentence, problem}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        problem.getStyleClass().addAll("warn", "small");
        problem.managedProperty().bind(problem.visibleProperty());
        before.managedProperty().bind(before.visibleProperty());
        getChildren().addAll(before, sentence, problem);
        before.visibleProperty()
                .bind(model.stateProperty()
                        .map(MatchState.Counted.class::isInstance)
                        .flatMap(counted -> editor.analysisProperty()
                                .map(seen -> counted
                                        && seen.filter(each -> each.reading() instanceof ConditionReading.Bad)
                                                .isPresent())));
        model.stateProperty().subscribe(this::show);
    }

    private void show(MatchState state) {
        problem.setVisible(false);
        sentence.getStyleClass().removeAll("muted", "bad");
        switch (state) {
            case MatchState.None _ -> quiet(words.get("policies.matches.none"));
            case MatchState.Counting _ -> quiet(words.get("policies.matches.counting"));
            case MatchState.CountingOn(var soFar) ->
                quiet(words.get("policies.matches.so.far", words.formats().number(soFar.count())));
            case MatchState.Failed(var reason) -> {
                sentence.setText(reason);
                sentence.getStyleClass().add("bad");
            }
            case MatchState.Counted(var preview) -> {
                say(preview);
                preview.problem().ifPresent(sentence -> {
                    problem.setText(words.said(sentence));
                    problem.setVisible(true);
                });
            }
        }
    }

    private void quiet(String text) {
        sentence.setText(text);
        sentence.getStyleClass().add("muted");
    }

    private void say(MatchPreview preview) {
        var formats = words.formats();
        sentence.setText(
                preview.count() > preview.newest().size() && preview.count() > 0
                        ? words.get(
                                "policies.matches.newest",
                                preview.count(),
                                formats.number(preview.count()),
                                formats.number(preview.of()),
                                formats.number(preview.newest().size()))
                        : words.get(
                                "policies.matches.count",
                                preview.count(),
                                formats.number(preview.count()),
                                formats.number(preview.of())));
    }
}
