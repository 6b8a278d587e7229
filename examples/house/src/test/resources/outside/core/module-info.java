module outside.core {
    requires dev.byline.core;
    requires org.hibernate.validator;
    requires tools.jackson.databind;
}
