package io.fenlu.ledger.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers no question that it has only half understood: whoever misspells {@code as_of} would take the balance of today for that of the
 * day meant.
 */
@Component
public final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod door
                && AnnotatedElementUtils.hasAnnotation(door.getBeanType(), ReadDoor.class)) {
            var known = names(door);
            request.getParameterMap().forEach((name, values) -> {
                if (!known.contains(name)) {
                    throw NoAnswer.malformed("“" + ReadProblems.brief(name)
                            + "” is no parameter of this question; there are: " + String.join(", ", known) + ".");
                }
                if (values.length > 1) {
                    throw NoAnswer.malformed(name + " is given " + values.length + " times.");
                }
            });
        }
        return true;
    }

    private static List<String> names(HandlerMethod door) {
        return Arrays.stream(door.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(KnownParameters::name)
                .toList();
    }

    private static String name(Parameter parameter) {
        var given = parameter.getAnnotation(RequestParam.class).name();
        return given.isEmpty() ? parameter.getName() : given;
    }
}
