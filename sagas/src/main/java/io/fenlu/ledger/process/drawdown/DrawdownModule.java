package io.fenlu.ledger.process.drawdown;

import io.fenlu.ledger.process.Messenger;
import io.fenlu.ledger.process.ProcessesGroup;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.saga.AbstractSagaManager;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.SagaManagerSpanFactory;
import org.axonframework.modelling.saga.metamodel.AnnotationSagaMetaModelFactory;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;

/**
 * Registers the drawdown's saga with Axon, with the manager that keeps each loan in its queue.
 *
 * @param messenger asked for late, because it needs the command gateway that is configured with this very module
 */
public record DrawdownModule(DrawdownProcess process, Supplier<Messenger> messenger) implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.eventProcessing().registerSaga(DrawdownSaga.class, saga -> saga.configureSagaManager(this::manager));
    }

    @SuppressWarnings("unchecked") // Axon asks its components by raw class
    private AbstractSagaManager<DrawdownSaga> manager(Configuration configuration) {
        var desk = new DrawdownDesk(process, messenger.get(), configuration.deadlineManager());
        var parameters = MultiParameterResolverFactory.ordered(
                configuration.parameterResolverFactory(), new SimpleResourceParameterResolverFactory(List.of(desk)));
        var handlers = configuration.handlerDefinition(DrawdownSaga.class);
        var model = new AnnotationSagaMetaModelFactory(parameters, handlers).modelOf(DrawdownSaga.class);
        var sagas = AnnotatedSagaRepository.<DrawdownSaga>builder()
                .sagaType(DrawdownSaga.class)
                .sagaModel(model)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .sagaStore((SagaStore<Object>) configuration.getComponent(SagaStore.class))
                .resourceInjector(configuration.resourceInjector())
                .build();
        return new DrawdownSagas(AnnotatedSagaManager.<DrawdownSaga>builder()
                .sagaType(DrawdownSaga.class)
                .sagaModel(model)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .sagaRepository(sagas)
                .spanFactory(configuration.getComponent(SagaManagerSpanFactory.class))
                .listenerInvocationErrorHandler(configuration
                        .eventProcessingConfiguration()
                        .listenerInvocationErrorHandler(ProcessesGroup.NAME)));
    }
}
