package io.countersign.insight.ui;

import io.countersign.insight.InsightSnapshot.Week;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The figures above everything. */
final class KpiTiles extends StackPane {
    private static final double NARROWEST_EM = 14.5;

    private final InsightWords words;
    private final KpiTile precision;
    private final KpiTile recall;
    private final KpiTile decisions;
    private final KpiTile saved;
    private final KpiTile pending;

    KpiTiles(InsightsViewModel model, InsightWords words) {
        this.words = words;
        var drills = new DrillWords(words);
        precision = tile("precision", model, drills::allDecided);
        recall = tile("recall", model, drills::allMissed);
        decisions = tile("decisions", model, drills::allDecided);
        saved = tile("saved", model, drills::allDecided);
        pending = tile("pending", model, drills::allPending);
        getChildren().add(new EvenRows(NARROWEST_EM, List.<Node>of(precision, recall, decisions, saved, pending)));
        model.reportProperty().subscribe(this::show);
    }

    private KpiTile tile(String id, InsightsViewModel model, Function<InsightReport, Drill> behind) {
        var tile = new KpiTile(id, words.get("insights.tile." + id), words.get("insights.tile." + id + ".help"));
        tile.setOnAction(
                () -> model.drill().open(behind.apply(model.reportProperty().get())));
        return tile;
    }

    private void show(InsightReport report) {
        precision.show(
                words.precision(report.approved(), report.decided()),
                words.precisionNote(report.approved(), report.decided()));
        precision.draw(InsightWords.isThin(report.decided()) ? List.of() : byWeek(report, KpiTiles::precision));
        var recalls = new RecallWords(words);
        report.recall()
                .ifPresentOrElse(
                        total -> {
                            recall.show(recalls.value(total), recalls.note(total));
                            recall.draw(total);
                        },
                        () -> {
                            recall.show(InsightWords.NONE, words.get("insights.recall.none"));
                            recall.drawNothing();
                        });
        decisions.show(words.number(report.decided()), decisionsNote(report));
        decisions.draw(byWeek(report, week -> OptionalDouble.of((double) (week.approved() + week.rejected()))));
        saved(report);
        pending.show(words.number(report.pending()), words.get("insights.pending.note", words.number(report.fired())));
        pending.draw(byWeek(report, week -> OptionalDouble.of((double) week.fired())));
    }

    private String decisionsNote(InsightReport report) {
        return words.get(
                "insights.decisions.note",
                words.number(report.approved()),
                words.number(report.rejected()),
                report.workload().undone(),
                words.number(report.workload().undone()));
    }

    private void saved(InsightReport report) {
        var work = report.workload();
        saved.show(
                words.number(work.saved()),
                work.steps() == 0
                        ? words.get("insights.saved.none")
                        : words.get(
                                "insights.saved.note",
                                work.steps(),
                                words.number(work.steps()),
                                words.number(work.decided())));
        saved.draw(report.snapshot().all().stream()
                .map(week -> OptionalDouble.of((double) work.savedByWeek().getOrDefault(week.monday(), 0L)))
                .toList());
    }

    private static List<OptionalDouble> byWeek(InsightReport report, Function<Week, OptionalDouble> value) {
        return report.snapshot().all().stream().map(value).toList();
    }

    private static OptionalDouble precision(Week week) {
        long decided = week.approved() + week.rejected();
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of(week.approved() / (double) decided);
    }
}
