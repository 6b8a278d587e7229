package outside.core;

import dev.byline.article.Article;
import dev.byline.comment.CommentDraft;
import jakarta.validation.Validation;
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
        }
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
