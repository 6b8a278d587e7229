package outside.core;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.comment.CommentDraft;
import dev.byline.comment.CommentForm;
import dev.byline.comment.CommentKey;
import dev.byline.comment.CommentRules;
import dev.byline.comment.FormTokens;
import jakarta.validation.Validation;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import tools.jackson.databind.json.JsonMapper;

public final class Host {
    private Host() {}

    public static void main(String[] args) {
        try (var validation = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            var violations = validation.getValidator().validate(CommentDraft.of("Ana", "nowhere", " "));
            System.out.println("violations "
                    + violations.stream()
                            .map(violation -> violation.getPropertyPath().toString())
                            .distinct()
                            .sorted()
                            .toList());
            System.out.println("asked "
                    + validation
                            .getValidator()
                            .validate(CommentDraft.of("Well put."), CommentDraft.Visitor.class)
                            .stream()
                            .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                            .sorted()
                            .toList());
        }
        var form = CommentForm.of(CommentRules.defaults()).describe(Locale.forLanguageTag("he"));
        System.out.println("form " + form.direction() + " " + form.fields().size());
        var tokens = FormTokens.with(List.of(CommentKey.random("k")), InstantSource.system());
        var checked = tokens.check(tokens.issue(ArticleId.of("a")), ArticleId.of("a"));
        System.out.println("token " + checked.getClass().getSimpleName());
        Article article = JsonMapper.shared()
                .readValue(
                        """
                        {"id": "a", "slug": "a", "headline": "A headline", "status": "published",
                         "publishedAt": "2026-01-01T00:00:00Z"}
                        """,
                        Article.class);
        System.out.println("article " + article.id() + " \"" + article.headline() + "\"");
    }
}
