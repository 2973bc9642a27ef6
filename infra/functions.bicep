// The API and the bot: Flex Consumption, Node 22. Its package comes from the storage account, fetched with the identity.
param name string
param location string
param identityId string
param tabOrigin string

@description('The blob container that holds the deployed package.')
param packages string

param alwaysReady int

@description('How an update of code or settings reaches the instances that run.')
param updateStrategy string

@description('App settings by name: what functions/config.ts reads, and what the host reads for itself.')
@secure()
param settings object

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

// Of a version whose published type knows the update strategy.
resource app 'Microsoft.Web/sites@2025-05-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    functionAppConfig: {
      runtime: { name: 'node', version: '22' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packages
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        // On demand, for each group that scales by itself: HTTP as one, the queue, each timer. A trust needs one; more
        // would only make dearer what somebody sends who means harm (docs/operations/costs.md).
        maximumInstanceCount: 5
        alwaysReady: alwaysReady > 0 ? [{ name: 'http', instanceCount: alwaysReady }] : []
        // Requests mostly wait for Graph; each further instance would read the lists anew.
        triggers: { http: { perInstanceConcurrency: 100 } }
      }
      siteUpdateStrategy: { type: updateStrategy }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      cors: { allowedOrigins: [tabOrigin], supportCredentials: false }
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: settings
}

// Who deploys signs in with Entra: user names and passwords of the publishing profile are off.
@batchSize(1)
resource publishingCredentials 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [
  for door in ['ftp', 'scm']: {
    parent: app
    name: door
    properties: { allow: false }
    dependsOn: [appSettings]
  }
]

output name string = app.name
output endpoint string = 'https://${app.properties.defaultHostName}'
