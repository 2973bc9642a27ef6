// Everything Assured needs in Azure, in one resource group. `main.parameters.json` fills the parameters in, from the
// environment file; the outputs are written back into that file.
targetScope = 'resourceGroup'

@description('Beginning of every resource name.')
@minLength(3)
@maxLength(11)
param prefix string

@description('Where code, storage and logs are.')
param location string

@description('Where the files of the tab are managed from. They hold nothing of the trust.')
@allowed(['westeurope', 'eastus2', 'centralus', 'westus2', 'eastasia'])
param tabLocation string

@description('The Microsoft 365 tenant, where the registration was made: the subscription has to belong to it.')
@minLength(36)
@maxLength(36)
param tenantId string

@description('The app registration that people sign in to and that reads the trust’s lists.')
@minLength(36)
@maxLength(36)
param clientId string

@description('Host name of the trust’s SharePoint site.')
param siteHostname string

@description('Path of the site, beginning with a slash.')
param sitePath string

@description('Key of the checksums over the trust’s records.')
@secure()
@minLength(32)
param checkKey string

@description('The key from before, while records still carry its seal, or none.')
@secure()
param checkKeyBefore string = 'none'

@description('The id in the app’s manifest.')
param teamsAppId string

@description('The app’s id in the organisation’s catalogue, or none before it is published.')
param catalogueAppId string = 'none'

@description('Instances that never sleep: 0 costs least, 1 answers at once, with 2 an update interrupts nobody.')
@allowed(['0', '1', '2', '3', '4', '5'])
param alwaysReady string = '2'

@description('RollingUpdate replaces the instances batch by batch, Recreate all at once.')
@allowed(['RollingUpdate', 'Recreate'])
param updateStrategy string = 'RollingUpdate'

@description('What a month may cost, in the currency of the bill, before somebody is told.')
param budgetAmount string = '80'

@description('Who is told: an e-mail address, or none where there is to be no budget.')
param budgetEmail string = 'none'

@description('First day of the month in which the budget is first made. Azure lets nobody change it afterwards.')
param budgetFrom string = '2026-12-01'

var unique = uniqueString(resourceGroup().id, prefix)
// Every resource's name, or one it needs, comes from here: so in another tenant's subscription nothing is made at all.
var name = tenantId =~ subscription().tenantId
  ? '${prefix}-${unique}'
  : fail('Nothing was made in Azure: the subscription belongs to another Entra tenant than the Microsoft 365 account. Assured needs both in one. Name a subscription of this tenant in AZURE_SUBSCRIPTION_ID, or sign the toolkit in to Microsoft 365 in the tenant of the subscription.')
var published = catalogueAppId != 'none'
var changingKey = checkKeyBefore != 'none'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

module monitoring 'monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    principalId: identity.properties.principalId
  }
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    name: '${prefix}${unique}'
    location: location
    principalId: identity.properties.principalId
  }
}

module tab 'tab.bicep' = {
  name: 'tab'
  params: {
    name: name
    location: tabLocation
  }
}

module functions 'functions.bicep' = {
  name: 'functions'
  params: {
    name: name
    location: location
    identityId: identity.id
    tabOrigin: tab.outputs.origin
    packages: storage.outputs.packages
    alwaysReady: int(alwaysReady)
    updateStrategy: updateStrategy
    settings: union(
      {
        TENANT_ID: subscription().tenantId
        CLIENT_ID: clientId
        MANAGED_IDENTITY_CLIENT_ID: identity.properties.clientId
        TOKEN_AUDIENCE_URI: 'api://${tab.outputs.domain}/${clientId}'
        SITE_HOSTNAME: siteHostname
        SITE_PATH: sitePath
        BOT_ID: identity.properties.clientId
        CHECK_KEY: checkKey
        TEAMS_APP_ID: published ? catalogueAppId : teamsAppId
        TAB_ORIGIN: tab.outputs.origin
        AzureWebJobsStorage__blobServiceUri: storage.outputs.blobs
        AzureWebJobsStorage__queueServiceUri: storage.outputs.queues
        AzureWebJobsStorage__tableServiceUri: storage.outputs.tables
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      },
      published ? { TEAMS_CATALOGUE_APP_ID: catalogueAppId } : {},
      changingKey ? { CHECK_KEY_BEFORE: checkKeyBefore } : {}
    )
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    identityId: identity.id
    identityClientId: identity.properties.clientId
    endpoint: '${functions.outputs.endpoint}/api/messages'
  }
}

module budget 'budget.bicep' = {
  name: 'budget'
  params: {
    name: name
    amount: int(budgetAmount)
    email: budgetEmail
    firstDay: budgetFrom
  }
}

output BOT_ID string = identity.properties.clientId
output IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
output TAB_DOMAIN string = tab.outputs.domain
output TAB_RESOURCE_ID string = tab.outputs.id
output API_ENDPOINT string = functions.outputs.endpoint
output FUNCTIONS_NAME string = functions.outputs.name
